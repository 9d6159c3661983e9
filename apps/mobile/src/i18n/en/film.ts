export const film = {
  title: 'Films',
  emptyTitle: 'No film yet',
  emptyBody: 'After a trip, choose photos and we make a film of them.',
  new: 'New film',
};

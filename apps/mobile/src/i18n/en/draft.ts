export const draft = {
  title: 'A new trip',
};

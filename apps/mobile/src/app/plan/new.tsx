export { DraftScreen as default } from '@/features/draft';

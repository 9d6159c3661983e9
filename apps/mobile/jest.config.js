/** The app's tests run as on a phone; what is only for the web has tests that name the file with its ending. */
module.exports = {
  preset: 'jest-expo',
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1', '^@fake/(.*)$': '<rootDir>/fake/$1' },
  testPathIgnorePatterns: ['/node_modules/', '/e2e/', '/dist/'],
  setupFiles: ['<rootDir>/jest.setup.ts'],
};

/** The app's tests run as on a phone; what is only for the web has tests that name the file with its ending. */
module.exports = {
  preset: 'jest-expo',
  moduleNameMapper: {
    '^@/platform/(photos|upload|push|save)$': '<rootDir>/src/testing/platform/$1.ts',
    '^\\./catalogues$': '<rootDir>/src/testing/catalogues.ts',
    '^expo-video$': '<rootDir>/src/testing/video.tsx',
    // Phones have nothing to keep there; that screens keep and forget what is right shows only where it is kept.
    '^(\\./|@/offline/)typed$': '<rootDir>/src/offline/typed.web.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@fake/(.*)$': '<rootDir>/fake/$1',
    // What has native code, or needs a whole app around it, has a stand-in that keeps its promises.
    '^expo-secure-store$': '<rootDir>/src/testing/secureStore.ts',
    '^expo-crypto$': '<rootDir>/src/testing/crypto.ts',
    '^react-native-sortables$': '<rootDir>/src/testing/sortables.tsx',
    '^expo-router$': '<rootDir>/src/testing/router.tsx',
    '^@react-native-async-storage/async-storage$':
      '<rootDir>/node_modules/@react-native-async-storage/async-storage/jest/async-storage-mock.js',
  },
  setupFiles: ['react-native-gesture-handler/jestSetup'],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/e2e/', '/dist/'],
};

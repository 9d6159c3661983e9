// Nothing yet that all tests need.
export {};

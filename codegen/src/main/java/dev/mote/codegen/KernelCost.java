package dev.mote.codegen;

/**
 * A kernel as the compiler makes it.
 *
 * @param codeBytes code and tables
 * @param libraryBytes of all that it calls in the compiler's and the C library; kernels share much of it
 * @param stackBytes frames of all functions of its file: an upper bound, those of libraries not counted
 */
record KernelCost(int codeBytes, int libraryBytes, int stackBytes) {}

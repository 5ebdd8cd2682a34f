package dev.mote.codegen;

/** Vector instructions of a core that kernels are written for. */
enum Simd {
    NONE,
    /** Arm's DSP extension: two products of 16 bits an instruction. */
    DSP,
    /** Arm's M-profile vector extension, Helium: 16 products of 8 bits an instruction. */
    MVE
}

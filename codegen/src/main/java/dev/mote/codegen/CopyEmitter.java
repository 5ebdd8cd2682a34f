package dev.mote.codegen;

import java.util.List;

/** Reshapes: nothing to compute; the memory plan says whether the bytes move. */
final class CopyEmitter {
    private CopyEmitter() {}

    static LayerCode emit() {
        return new LayerCode(List.of(), List.of(), List.of());
    }
}

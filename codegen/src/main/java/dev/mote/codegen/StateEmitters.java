package dev.mote.codegen;

import dev.mote.model.lowered.Layer;
import dev.mote.model.lowered.StateLayer;

/** Layers that keep a state. */
final class StateEmitters {
    private StateEmitters() {}

    static LayerCode emit(StateLayer layer, LayerScope scope) {
        return switch (layer) {
            case StateLayer.SvdfInt8 svdf -> SvdfEmitter.int8(svdf, scope);
            case StateLayer.SvdfFloat svdf -> SvdfEmitter.float32(svdf, scope);
            case StateLayer.LstmInteger lstm -> LstmEmitter.integer(lstm, scope);
            case StateLayer.LstmFloat lstm -> LstmEmitter.float32(lstm, scope);
        };
    }

    /** What the layer is called in C names. */
    static String word(StateLayer layer) {
        return switch (layer) {
            case StateLayer.SvdfInt8 svdf -> "svdf";
            case StateLayer.SvdfFloat svdf -> "svdf";
            case StateLayer.LstmInteger lstm -> "lstm";
            case StateLayer.LstmFloat lstm -> "lstm";
        };
    }

    /** What the state in operand {@code position} is called. */
    static String stateName(Layer layer, int position) {
        boolean isLstm = layer instanceof StateLayer.LstmInteger || layer instanceof StateLayer.LstmFloat;
        return !isLstm ? "state" : position == 1 ? "hidden" : "cell";
    }
}

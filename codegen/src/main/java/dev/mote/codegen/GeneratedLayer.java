package dev.mote.codegen;

import dev.mote.model.lowered.Step;
import java.util.List;

/**
 * A step and its C.
 *
 * @param prefix of its C names
 * @param operator as the schema calls it
 */
record GeneratedLayer(int index, Step step, String prefix, String operator, LayerCode code) {
    /** The same without some of the calls of its code. */
    GeneratedLayer without(List<Integer> needless) {
        return new GeneratedLayer(index, step, prefix, operator, code.without(needless));
    }
}

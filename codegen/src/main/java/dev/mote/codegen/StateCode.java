package dev.mote.codegen;

import java.util.List;
import java.util.stream.IntStream;

/** The one call of a layer with state: its operands are the input and the states. */
final class StateCode {
    private StateCode() {}

    static LayerCode of(
            List<ConstantArray> constants, Kernel kernel, LayerScope scope, int bytes, String text, int states) {
        List<Integer> operands = IntStream.rangeClosed(0, states).boxed().toList();
        LayerCode.Call call = new LayerCode.Call(kernel, scope.name("params"), text, bytes, operands, 0);
        return new LayerCode(constants, List.of(call), List.of());
    }
}

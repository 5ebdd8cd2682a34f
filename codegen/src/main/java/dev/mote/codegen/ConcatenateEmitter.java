package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import java.util.ArrayList;
import java.util.List;

/** Concatenation: one call for each input. */
final class ConcatenateEmitter {
    private static final int STRUCT_BYTES = 3 * 4;

    private ConcatenateEmitter() {}

    static LayerCode emit(MovementLayer.Concatenate layer, LayerScope scope) {
        int bytes = scope.element().bytes();
        int rowStep = layer.runs().stream().mapToInt(Integer::intValue).sum();
        List<LayerCode.Call> calls = new ArrayList<>();
        int offset = 0;
        for (int input = 0; input < layer.runs().size(); input++) {
            String text = """
                    .rows = %d,
                    .run = %d,
                    .row_step = %d,
                    """.formatted(layer.rows(), layer.runs().get(input) * bytes, rowStep * bytes);
            String name = scope.name("params_" + input);
            calls.add(new LayerCode.Call(Kernel.CONCATENATE, name, text, STRUCT_BYTES, List.of(input), offset));
            offset += layer.runs().get(input);
        }
        return new LayerCode(List.of(), calls, List.of());
    }
}

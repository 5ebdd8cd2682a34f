package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import java.util.ArrayList;
import java.util.List;

/** Functions of one element, by table. */
final class LookupEmitter {
    private static final int STRUCT_BYTES = 2 * 4;
    private static final int VALUES_A_ROW = 16;

    private LookupEmitter() {}

    static LayerCode emit(Int8Layer.Lookup layer, LayerScope scope) {
        int[] values = WeightValues.int8(layer.table());
        List<ConstantArray.Row> rows = new ArrayList<>();
        for (int start = 0; start < values.length; start += VALUES_A_ROW) {
            int[] row = new int[VALUES_A_ROW];
            System.arraycopy(values, start, row, 0, VALUES_A_ROW);
            rows.add(new ConstantArray.Row("from input " + (start + Byte.MIN_VALUE), row));
        }
        ConstantArray table = new ConstantArray(
                scope.name("table"), ConstantArray.Type.INT8, "output for the inputs -128 to 127", rows);
        String text = """
                .elements = %d,
                .table = %s,
                """.formatted(layer.elements(), table.name());
        return LayerCode.of(List.of(table), List.of(), Kernel.LOOKUP, scope.name("params"), STRUCT_BYTES, text);
    }
}

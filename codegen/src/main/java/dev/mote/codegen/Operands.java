package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The C expression of each tensor inside the run function. */
final class Operands {
    private final Graph graph;
    private final MemoryPlan plan;
    private final Ends inputs;
    private final Ends outputs;
    private final Map<Integer, String> blockNames = new TreeMap<>();
    /** Of tensors that are made elsewhere than they are read. */
    private final Map<Integer, String> targets = new TreeMap<>();

    private final Map<Integer, ConstantArray> constants = new TreeMap<>();

    /** @param names of pointers, by the tensor that is written first */
    Operands(Graph graph, MemoryPlan plan, Map<Integer, String> names) {
        this.graph = graph;
        this.plan = plan;
        this.inputs = Ends.inputs(graph);
        this.outputs = Ends.outputs(graph);
        for (int i = 0; i < plan.blocks().size(); i++) {
            MemoryBlock block = plan.blocks().get(i);
            int tensor = block.tensors().getFirst();
            if (plan.isLeft(block)) {
                blockNames.put(i, names.get(tensor) + "_made");
                targets.put(tensor, blockNames.get(i));
            } else if (plan.location(tensor) instanceof Location.Arena) {
                blockNames.put(i, names.get(tensor));
            }
        }
    }

    /** A constant tensor that a kernel reads as an operand. */
    void addConstant(int tensor, String name) {
        Tensor constant = graph.tensor(tensor);
        Numbers values = Numbers.of(constant.type(), constant.data().orElseThrow());
        constants.put(
                tensor,
                new ConstantArray(
                        name,
                        ConstantArray.Type.tensor(CType.of(constant.type())),
                        constant.shape() + ", " + CText.quoted(constant.name()),
                        List.of(new ConstantArray.Row("", values))));
    }

    boolean hasConstant(int tensor) {
        return constants.containsKey(tensor);
    }

    List<ConstantArray> constants() {
        return List.copyOf(constants.values());
    }

    String expression(int tensor) {
        return switch (plan.location(tensor)) {
            case Location.CallerInput(int position, int offset) -> from(inputs.variable(position), offset, tensor);
            case Location.CallerOutput(int position, int offset) -> from(outputs.variable(position), offset, tensor);
            case Location.Arena(int offset) -> {
                int block = block(tensor);
                yield from(blockNames.get(block), offset - plan.offsets().get(block), tensor);
            }
            case Location.Constant constant -> constants.get(tensor).name();
        };
    }

    /** @param offset bytes behind {@code pointer} */
    private String from(String pointer, int offset, int tensor) {
        return offset == 0
                ? pointer
                : pointer + " + " + offset / graph.tensor(tensor).type().bytes();
    }

    /** Where a step makes {@code tensor}: where others read it, unless it moves between. */
    String target(int tensor) {
        String target = targets.get(tensor);
        return target == null ? expression(tensor) : target;
    }

    /** Where the tensor is, in words. */
    String place(int tensor) {
        return switch (plan.location(tensor)) {
            case Location.CallerInput at -> "at " + expression(tensor);
            case Location.CallerOutput at -> "at " + expression(tensor);
            case Location.Arena(int offset) ->
                "arena %d..%d".formatted(offset, offset + graph.tensor(tensor).byteSize() - 1);
            case Location.Constant constant -> "constant";
        };
    }

    /** One pointer a block. */
    List<String> declarations() {
        List<String> lines = new ArrayList<>();
        blockNames.forEach((block, name) -> {
            CType type = CType.of(
                    graph.tensor(plan.blocks().get(block).tensors().getFirst()).type());
            lines.add("%s *const %s = %s; /* %s bytes */"
                    .formatted(
                            type.text(),
                            name,
                            place(type, plan.offsets().get(block)),
                            CText.grouped(plan.blocks().get(block).bytes())));
        });
        return lines;
    }

    /** The arena at an offset that suits {@code type}. */
    private static String place(CType type, int offset) {
        return (type == CType.INT8 ? "memory + %d" : "(void *)(memory + %d)").formatted(offset);
    }

    private int block(int tensor) {
        for (int i = 0; i < plan.blocks().size(); i++) {
            MemoryBlock block = plan.blocks().get(i);
            if (block.tensors().contains(tensor) && !plan.isLeft(block)) {
                return i;
            }
        }
        throw new IllegalArgumentException("tensor " + tensor + " is in no block");
    }
}

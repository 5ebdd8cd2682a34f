package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Places;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the operators of a subgraph. What Mote does not support becomes {@link Operator.Unsupported}, with a finding if it is an attribute. */
final class NodeReader {
    private final List<String> names;
    private final List<Finding> findings;

    /** @param operatorCodes tables of the operators that the file uses, to which its nodes point */
    NodeReader(List<FlatTable> operatorCodes, List<Finding> findings) {
        this.names = operatorCodes.stream().map(NodeReader::name).toList();
        this.findings = findings;
    }

    Node read(FlatTable table, int index, List<Tensor> tensors) {
        List<Integer> inputs = table.ints(Schema.Operator.INPUTS);
        List<Integer> outputs = table.ints(Schema.Operator.OUTPUTS);
        long code = table.uint32(Schema.Operator.OPCODE_INDEX);
        if (code >= names.size()) {
            Node node = new Node(new Operator.Unsupported("UNKNOWN"), inputs, outputs);
            findings.add(Finding.error(
                    "TFL-04",
                    Places.operator(index, node, tensors),
                    "has operator code " + code + ", the file has " + names.size(),
                    "export the model again"));
            return node;
        }
        String name = names.get((int) code);
        Node unsupported = new Node(new Operator.Unsupported(name), inputs, outputs);
        Optional<OperatorCodec<?>> codec = OperatorCodecs.named(name);
        if (codec.isEmpty()) {
            return unsupported;
        }
        List<String> problems = new ArrayList<>();
        Operator operator = operator(table, codec.get(), hasNoInt16Bias(inputs, tensors), problems);
        for (String problem : problems) {
            findings.add(Finding.error(
                    "TFL-10", Places.operator(index, unsupported, tensors), problem, "export the model without it"));
        }
        return problems.isEmpty()
                ? new Node(operator, inputs, outputs, table.ints(Schema.Operator.INTERMEDIATES))
                : unsupported;
    }

    private static boolean hasNoInt16Bias(List<Integer> inputs, List<Tensor> tensors) {
        boolean hasBias = inputs.size() > 2 && inputs.get(2) != Node.ABSENT;
        int first = inputs.isEmpty() ? -1 : inputs.getFirst();
        boolean exists = first >= 0 && first < tensors.size();
        return !hasBias && exists && tensors.get(first).type() == TensorType.INT16;
    }

    private static Operator operator(
            FlatTable table, OperatorCodec<?> codec, boolean hasNoInt16Bias, List<String> problems) {
        int type = Byte.toUnsignedInt((byte) table.int8(Schema.Operator.OPTIONS_TYPE, 0));
        boolean given = type != 0 && codec.optionsType() != 0;
        if (given && type != codec.optionsType()) {
            problems.add("has options of type " + type + ", expected " + codec.optionsType());
        }
        OptionsReader options = new OptionsReader(
                given ? table.table(Schema.Operator.OPTIONS, codec.name()) : Optional.empty(),
                table.ints(Schema.Operator.INPUTS).size(),
                table.ints(Schema.Operator.OUTPUTS).size(),
                hasNoInt16Bias);
        Operator operator = codec.read().apply(options);
        problems.addAll(options.problems());
        return operator;
    }

    /** Old files have only the one-byte number, new ones both; the larger one counts. */
    private static String name(FlatTable table) {
        int number = Math.max(
                table.int32(Schema.OperatorCode.BUILTIN_CODE, 0),
                table.int8(Schema.OperatorCode.DEPRECATED_BUILTIN_CODE, 0));
        return number == BuiltinOperators.CUSTOM
                ? "CUSTOM:" + table.string(Schema.OperatorCode.CUSTOM_CODE)
                : BuiltinOperators.name(number);
    }
}

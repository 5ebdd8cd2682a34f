package dev.mote.model.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.Arrays;
import java.util.function.Consumer;

/** A one-operator file with what Mote's own writer never writes: float tensors 0 -> 1 of 4 elements, RELU unless told otherwise. */
final class HandmadeModel {
    private static final int RELU = 19;

    final FlatBufferBuilder builder = new FlatBufferBuilder();
    private int version = Schema.VERSION;
    private int subgraphs = 1;
    private int operator = RELU;
    private String custom = "";
    private int optionsType;
    private Consumer<FlatBufferBuilder> options = fields -> {};
    private Consumer<FlatBufferBuilder> tensorFields = fields -> {};
    private Consumer<FlatBufferBuilder> bufferFields = fields -> {};
    private int[] shape = {1, 4};
    private int opcodeIndex;
    private String name = "main";

    HandmadeModel version(int version) {
        this.version = version;
        return this;
    }

    HandmadeModel name(String name) {
        this.name = name;
        return this;
    }

    HandmadeModel subgraphs(int subgraphs) {
        this.subgraphs = subgraphs;
        return this;
    }

    HandmadeModel operator(int number) {
        this.operator = number;
        return this;
    }

    HandmadeModel opcodeIndex(int opcodeIndex) {
        this.opcodeIndex = opcodeIndex;
        return this;
    }

    HandmadeModel custom(String custom) {
        this.operator = BuiltinOperators.CUSTOM;
        this.custom = custom;
        return this;
    }

    HandmadeModel options(int type, Consumer<FlatBufferBuilder> options) {
        this.optionsType = type;
        this.options = options;
        return this;
    }

    HandmadeModel shape(int... shape) {
        this.shape = shape;
        return this;
    }

    /** Fields of both tensors; slot 1 is the type. */
    HandmadeModel tensorFields(Consumer<FlatBufferBuilder> tensorFields) {
        this.tensorFields = tensorFields;
        return this;
    }

    /** Fields of buffer 1. */
    HandmadeModel bufferFields(Consumer<FlatBufferBuilder> bufferFields) {
        this.bufferFields = bufferFields;
        return this;
    }

    byte[] bytes() {
        int subgraph = subgraph();
        int[] repeated = new int[subgraphs];
        Arrays.fill(repeated, subgraph);
        int graphs = builder.createVectorOfTables(repeated);
        int customName = builder.createString(custom);
        builder.startTable(Schema.OperatorCode.FIELDS);
        builder.addByte(Schema.OperatorCode.DEPRECATED_BUILTIN_CODE, (byte) operator, 0);
        builder.addOffset(Schema.OperatorCode.CUSTOM_CODE, customName, 0);
        int codes = builder.createVectorOfTables(new int[] {builder.endTable()});
        builder.startTable(Schema.Buffer.FIELDS);
        int empty = builder.endTable();
        builder.startTable(3);
        bufferFields.accept(builder);
        int buffers = builder.createVectorOfTables(new int[] {empty, builder.endTable()});
        builder.startTable(Schema.Model.FIELDS);
        builder.addInt(Schema.Model.VERSION, version, 0);
        builder.addOffset(Schema.Model.OPERATOR_CODES, codes, 0);
        builder.addOffset(Schema.Model.SUBGRAPHS, graphs, 0);
        builder.addOffset(Schema.Model.BUFFERS, buffers, 0);
        builder.finish(builder.endTable(), FlatBuffer.IDENTIFIER);
        return builder.sizedByteArray();
    }

    private int subgraph() {
        int tensors = builder.createVectorOfTables(new int[] {tensor("in"), tensor("out")});
        int input = TfliteWriter.intVector(builder, new int[] {0});
        int output = TfliteWriter.intVector(builder, new int[] {1});
        builder.startTable(8);
        options.accept(builder);
        int optionsTable = builder.endTable();
        builder.startTable(Schema.Operator.FIELDS);
        builder.addInt(Schema.Operator.OPCODE_INDEX, opcodeIndex, 0);
        builder.addOffset(Schema.Operator.INPUTS, input, 0);
        builder.addOffset(Schema.Operator.OUTPUTS, output, 0);
        builder.addByte(Schema.Operator.OPTIONS_TYPE, (byte) optionsType, 0);
        builder.addOffset(Schema.Operator.OPTIONS, optionsTable, 0);
        int nodes = builder.createVectorOfTables(new int[] {builder.endTable()});
        int graphName = builder.createString(name);
        builder.startTable(Schema.SubGraph.FIELDS);
        builder.addOffset(Schema.SubGraph.TENSORS, tensors, 0);
        builder.addOffset(Schema.SubGraph.INPUTS, input, 0);
        builder.addOffset(Schema.SubGraph.OUTPUTS, output, 0);
        builder.addOffset(Schema.SubGraph.OPERATORS, nodes, 0);
        builder.addOffset(Schema.SubGraph.NAME, graphName, 0);
        return builder.endTable();
    }

    private int tensor(String tensorName) {
        int dimensions = TfliteWriter.intVector(builder, shape);
        int text = builder.createString(tensorName);
        builder.startTable(Schema.Tensor.EXTERNAL_BUFFER + 1);
        builder.addOffset(Schema.Tensor.SHAPE, dimensions, 0);
        builder.addOffset(Schema.Tensor.NAME, text, 0);
        tensorFields.accept(builder);
        return builder.endTable();
    }
}

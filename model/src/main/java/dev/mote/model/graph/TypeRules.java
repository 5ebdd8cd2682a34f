package dev.mote.model.graph;

/** Element types of an operator's tensors, and which of them must be constant. */
final class TypeRules {
    static final String WEIGHTS_ONLY =
            "only the weights are quantized (dynamic range): convert with a representative dataset,"
                    + " or without optimizations and then use mote quantize";

    private final CheckedNode node;
    private boolean sound = true;

    private TypeRules(CheckedNode node) {
        this.node = node;
    }

    /** @return whether the types are right, so that shapes and scales mean something */
    static boolean check(CheckedNode node) {
        TypeRules rules = new TypeRules(node);
        rules.check();
        return rules.sound;
    }

    private void check() {
        switch (node.operator()) {
            case Operator.Weighted weighted -> weighted(weighted);
            case Operator.BatchMatmul matmul -> sameTypes(2);
            case Operator.Pool2d pool -> {
                sameTypes(1);
                if (pool.kind() == Operator.PoolKind.L2) {
                    require(node.input(), "input", TensorType.FLOAT32);
                }
            }
            case Operator.Reduce reduce -> withInts("axes");
            case Operator.Softmax softmax -> softmax();
            case Operator.LogSoftmax softmax -> sameTypes(1);
            case Operator.L2Normalization norm -> sameTypes(1);
            case Operator.Unary unary -> {
                sameTypes(1);
                if (!unary.function().hasInt8()) {
                    require(node.input(), "input", TensorType.FLOAT32);
                }
            }
            case Operator.LeakyRelu leaky -> sameTypes(1);
            case Operator.Prelu prelu -> prelu();
            case Operator.AddN sum -> sameTypes(node.node().inputs().size());
            case Operator.Binary binary -> sound = BinaryRules.types(node, binary);
            case Operator.Pad pad -> {
                moved(node.input(), 1);
                requireIntegers(node.input(1), "paddings");
                requireConstant(node.input(1), "paddings");
            }
            case Operator.Concatenation concatenation ->
                moved(node.input(), node.node().inputs().size());
            case Operator.Reshape reshape -> moved(node.input(), 1);
            case Operator.ShapeOf shape -> requireIntegers(node.output(), "output");
            case Operator.ReduceProduct product -> {
                requireIntegers(node.input(), "input");
                requireConstant(node.input(), "input");
                require(node.input(1), "axes", TensorType.INT32);
                requireConstant(node.input(1), "axes");
                require(node.output(), "output", node.input().type());
            }
            case Operator.ResizeBilinear resize -> withInts("size");
            case Operator.CumulativeSum sum -> withInts("axis");
            case Operator.Movement movement -> movement(movement);
            case Operator.Stateful stateful -> sound = StateTypes.check(node, stateful);
            case Operator.Quantize quantize -> sound = ConversionRules.quantizeTypes(node);
            case Operator.Dequantize dequantize -> sound = ConversionRules.dequantizeTypes(node);
            case Operator.Logic logic -> sound = LogicRules.types(node, logic);
            case Operator.Unsupported unsupported -> sound = false;
        }
    }

    private void weighted(Operator.Weighted weighted) {
        if (!requireData()) {
            return;
        }
        TensorType type = node.input().type();
        require(node.output(), "output", type);
        Tensor weights = node.input(1);
        boolean weightsOnly = type == TensorType.FLOAT32 && weights.type() == TensorType.INT8;
        require(
                weights,
                "type of the weights",
                type == TensorType.INT16 ? TensorType.INT8 : type,
                weightsOnly ? WEIGHTS_ONLY : Remedies.ofType(weights.type()));
        if (!mayComputeWeights(weighted)) {
            requireConstant(weights, "weights");
        }
        if (node.hasInput(weighted.bias())) {
            bias(type, node.input(weighted.bias()));
            requireConstant(node.input(weighted.bias()), "bias");
        }
        if (weighted instanceof Operator.TransposeConv) {
            requireIntegers(node.input(0), "output shape");
        }
    }

    /** A product of two matrices may be a FULLY_CONNECTED layer. */
    private boolean mayComputeWeights(Operator.Weighted weighted) {
        return weighted instanceof Operator.FullyConnected
                && weighted.activation() == Activation.NONE
                && !node.hasInput(weighted.bias())
                && node.input().type() != TensorType.INT16;
    }

    /** @param type of the activations */
    private void bias(TensorType type, Tensor bias) {
        switch (type) {
            case INT8 -> require(bias, "bias", TensorType.INT32);
            case INT16 -> {
                if (!Int16Rules.hasNarrowBias(node.operator(), bias.type())) {
                    require(bias, "bias", TensorType.INT64);
                }
            }
            case FLOAT32, INT32, UINT8, INT64, BOOL, OTHER -> require(bias, "bias", type);
        }
    }

    /** The same type at both ends, or int8 to int16. */
    private void softmax() {
        if (node.input().type() != TensorType.INT8 || node.output().type() != TensorType.INT16) {
            sameTypes(1);
        }
    }

    /** alpha is int8 for int16 activations, too. */
    private void prelu() {
        sameTypes(1);
        TensorType type = node.input().type();
        require(node.input(1), "alpha", type == TensorType.INT16 ? TensorType.INT8 : type);
    }

    private void withInts(String what) {
        sameTypes(1);
        require(node.input(1), what, TensorType.INT32);
        requireConstant(node.input(1), what);
    }

    /** Elements of any type move; what says how is constant, but for indices. */
    private void movement(Operator.Movement movement) {
        int inputs = node.node().inputs().size();
        Tensor data = node.input(movement.moved());
        switch (movement) {
            case Operator.Pack pack -> moved(data, inputs);
            case Operator.PadV2 pad -> {
                constantIntegers(1);
                require(node.input(2), "input 2", data.type());
                requireConstant(node.input(2), "input 2");
                moved(data, 0);
            }
            case Operator.Gather gather -> gathered(data, 1);
            case Operator.GatherNd gather -> gathered(data, 1);
            case Operator.EmbeddingLookup lookup -> embeddingLookup(data);
            case Operator.DynamicUpdateSlice update -> {
                moved(data, 2);
                requireIntegers(node.input(2), "input 2");
            }
            case Operator.BroadcastArgs shapes -> {
                requireIntegers(data, "input 0");
                moved(data, 2);
            }
            case Operator.View view -> described(data, movement.moved());
            case Operator.MirrorPad pad -> described(data, 0);
            case Operator.ResizeNearestNeighbor resize -> described(data, 0);
            case Operator.SpaceToBatchNd space -> described(data, 0);
            case Operator.BatchToSpaceNd batch -> described(data, 0);
            case Operator.ZerosLike zeros -> moved(data, 0);
        }
    }

    /** All inputs but one are constant integers. */
    private void described(Tensor data, int moved) {
        for (int position = 0; position < node.node().inputs().size(); position++) {
            if (position != moved) {
                constantIntegers(position);
            }
        }
        moved(data, 0);
    }

    private void constantIntegers(int position) {
        requireIntegers(node.input(position), "input " + position);
        requireConstant(node.input(position), "input " + position);
    }

    private void gathered(Tensor data, int position) {
        indices(position);
        moved(data, 0);
    }

    /** int32, or a constant that can be made so. */
    private void indices(int position) {
        Tensor indices = node.input(position);
        if (!indices.isConstant() || indices.type() != TensorType.INT64) {
            require(indices, "input " + position, TensorType.INT32);
        }
    }

    private void embeddingLookup(Tensor values) {
        indices(0);
        if (values.type() == TensorType.INT8 && node.output().type() == TensorType.FLOAT32) {
            return;
        }
        moved(values, 0);
    }

    /** @param inputs how many, from the first, have the type of {@code data} */
    private void moved(Tensor data, int inputs) {
        for (int position = 0; position < inputs; position++) {
            require(node.input(position), "input " + position, data.type());
        }
        node.outputs().forEach(output -> require(output, "output", data.type()));
    }

    private void requireIntegers(Tensor tensor, String what) {
        if (tensor.type() != TensorType.INT64) {
            require(tensor, what, TensorType.INT32);
        }
    }

    private void sameTypes(int inputs) {
        if (!requireData()) {
            return;
        }
        TensorType type = node.input().type();
        for (int position = 1; position < inputs; position++) {
            require(node.input(position), "input " + position, type);
        }
        require(node.output(), "output", type);
    }

    /** @return whether the first input has a type that operators compute with */
    private boolean requireData() {
        TensorType type = node.input().type();
        boolean mayBeInt16 = Int16Rules.computes(node.operator());
        boolean right = type == TensorType.FLOAT32 || type == TensorType.INT8 || type == TensorType.INT16 && mayBeInt16;
        if (!right) {
            sound = false;
            String expected = mayBeInt16 ? "float32, int8 or int16" : "float32 or int8";
            node.error("TFL-40", "input is " + type + ", expected " + expected, Remedies.ofType(type));
        }
        return right;
    }

    private void require(Tensor tensor, String what, TensorType type) {
        require(tensor, what, type, Remedies.ofType(tensor.type()));
    }

    private void require(Tensor tensor, String what, TensorType type, String remedy) {
        if (tensor.type() != type) {
            sound = false;
            node.error("TFL-40", what + " is " + tensor.type() + ", expected " + type, remedy);
        }
    }

    private void requireConstant(Tensor tensor, String what) {
        if (!tensor.isConstant()) {
            sound = false;
            node.error(
                    "TFL-41", what + ": computed, expected a constant", "fold it into a constant, then export again");
        }
    }
}

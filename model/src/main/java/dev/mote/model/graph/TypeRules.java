package dev.mote.model.graph;

/** Element types of an operator's tensors, and which of them must be constant. */
final class TypeRules {
    private static final String ONE_TYPE = "quantize the whole model to int8, or none of it";

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
            case Operator.Conv2d conv -> weighted();
            case Operator.DepthwiseConv2d conv -> weighted();
            case Operator.FullyConnected dense -> weighted();
            case Operator.Pool2d pool -> sameTypes(1);
            case Operator.Reduce reduce -> withInts("axes");
            case Operator.Softmax softmax -> sameTypes(1);
            case Operator.Unary unary -> {
                sameTypes(1);
                if (!unary.function().hasInt8()) {
                    require(node.input(), "input", TensorType.FLOAT32);
                }
            }
            case Operator.LeakyRelu leaky -> sameTypes(1);
            case Operator.Binary binary -> {
                sameTypes(2);
                if (binary.function() == Operator.BinaryFunction.DIV) {
                    require(node.input(), "input", TensorType.FLOAT32);
                }
            }
            case Operator.Pad pad -> withInts("paddings");
            case Operator.Concatenation concatenation ->
                sameTypes(node.node().inputs().size());
            case Operator.Reshape reshape -> sameTypes(1);
            case Operator.Quantize quantize -> {
                requireData();
                require(node.output(), "output", TensorType.INT8);
            }
            case Operator.Dequantize dequantize -> {
                require(node.input(), "input", TensorType.INT8);
                require(node.output(), "output", TensorType.FLOAT32);
            }
            case Operator.Unsupported unsupported -> sound = false;
        }
    }

    private void weighted() {
        if (!requireData()) {
            return;
        }
        TensorType type = node.input().type();
        require(node.output(), "output", type);
        require(node.input(1), "weights", type);
        requireConstant(node.input(1), "weights");
        if (node.hasInput(2)) {
            require(node.input(2), "bias", type == TensorType.INT8 ? TensorType.INT32 : type);
            requireConstant(node.input(2), "bias");
        }
    }

    private void withInts(String what) {
        sameTypes(1);
        require(node.input(1), what, TensorType.INT32);
        requireConstant(node.input(1), what);
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
        boolean right = type == TensorType.FLOAT32 || type == TensorType.INT8;
        if (!right) {
            sound = false;
            node.error("TFL-40", "input is " + type + ", expected float32 or int8", ONE_TYPE);
        }
        return right;
    }

    private void require(Tensor tensor, String what, TensorType type) {
        if (tensor.type() != type) {
            sound = false;
            node.error("TFL-40", what + " is " + tensor.type() + ", expected " + type, ONE_TYPE);
        }
    }

    private void requireConstant(Tensor tensor, String what) {
        if (!tensor.isConstant()) {
            sound = false;
            node.error(
                    "TFL-41", what + " is computed, expected a constant", "fold it into a constant, then export again");
        }
    }
}

package dev.mote.model.graph;

import java.util.List;

/**
 * What a node computes, with its attributes; tensors are named by the {@link Node}. Shapes are NHWC. Names and meaning are those of
 * the TensorFlow Lite schema. Adding an operator: docs/adding-an-operator.md.
 */
public sealed interface Operator {

    /** Position of the input that is computed with: what is meant by "the input" of a node. */
    default int data() {
        return 0;
    }

    /** What is fused into it. */
    default Activation activation() {
        return Activation.NONE;
    }

    /** A sum of products of an input and of weights, input 1, which are constant; perhaps with a bias. */
    sealed interface Weighted extends Operator {
        /** Position of the bias. */
        default int bias() {
            return 2;
        }
    }

    /** Inputs: [n, h, w, c], weights [outC, kh, kw, inC / groups], optional bias [outC]. Output [n, oh, ow, outC]. */
    record Conv2d(Window window, Activation activation) implements Weighted {}

    /** Inputs: [n, h, w, c], weights [1, kh, kw, c * depthMultiplier], optional bias. Output [n, oh, ow, c * depthMultiplier]. */
    record DepthwiseConv2d(Window window, int depthMultiplier, Activation activation) implements Weighted {}

    /** Inputs: [..., inC] flattened to [batch, inC], weights [outC, inC], optional bias [outC]. */
    record FullyConnected(Activation activation, boolean keepDimensions) implements Weighted {}

    /**
     * The gradient of a convolution. Inputs: shape of the output int32 [4] (not needed: the output tensor has it), weights
     * [outC, kh, kw, inC], [n, h, w, inC], optional bias [outC]. Each input pixel adds to a window of the output. The window has
     * dilation 1; its padding is that of the convolution from output to input.
     */
    record TransposeConv(Window window, Activation activation) implements Weighted {
        @Override
        public int data() {
            return 2;
        }

        @Override
        public int bias() {
            return 3;
        }
    }

    /**
     * Inputs: [..., rows, depth] and [..., depth, columns], the last two dimensions the other way round where they are adjoint. The
     * dimensions before repeat as those of {@link Binary}. Output [..., rows, columns].
     */
    record BatchMatmul(boolean adjointFirst, boolean adjointSecond) implements Operator {}

    /** Input [n, h, w, c], window of {@code height} x {@code width}. Output [n, oh, ow, c]. */
    record Pool2d(PoolKind kind, int height, int width, Window window, Activation activation) implements Operator {}

    /** Inputs: tensor, axes int32 [k] (constant). */
    record Reduce(ReduceFunction function, boolean keepDimensions) implements Operator {}

    /** Over the innermost dimension: exp(beta * x) / sum. */
    record Softmax(float beta) implements Operator {}

    /** Over the innermost dimension: x - log(sum(exp(x))). */
    record LogSoftmax() implements Operator {}

    /** Over the innermost dimension: x / root(sum(x * x)). */
    record L2Normalization() implements Operator {}

    /** A function of each element by itself. */
    record Unary(UnaryFunction function) implements Operator {}

    /** x for x >= 0, alpha * x below. */
    record LeakyRelu(float alpha) implements Operator {}

    /** Two or more inputs of one shape: their sum. */
    record AddN() implements Operator {}

    /** Inputs: tensor, alpha of a shape that repeats over it. x for x >= 0, alpha * x below. */
    record Prelu() implements Operator {}

    /** A function of two tensors, with broadcasting; only ADD, SUB, MUL and DIV have a fused activation. */
    record Binary(BinaryFunction function, Activation activation) implements Operator {}

    /** Inputs: tensor, paddings int32 [rank, 2] (constant): elements before and after each dimension; filled with real 0. */
    record Pad() implements Operator {}

    /** Any number of inputs that differ only in {@code axis} (negative counts from the innermost). */
    record Concatenation(int axis, Activation activation) implements Operator {}

    /** Same elements, the shape of the output tensor. A second input with the new shape is allowed and not needed. */
    record Reshape() implements Operator {}

    /** The dimensions of the input, as int32 or int64. Known before the model runs. */
    record ShapeOf() implements Operator {}

    /** Inputs: constant integers [n], axis int32 [1] (constant): their product. For shapes only, as TFLM has no kernel. */
    record ReduceProduct(boolean keepDimensions) implements Operator {}

    /** Inputs: [n, h, w, c], size int32 [2] (constant): output height and width, between whose pixels it interpolates linearly. */
    record ResizeBilinear(boolean alignCorners, boolean halfPixelCenters) implements Operator {}

    /** Inputs: tensor, axis int32 [1] (constant): each element is the sum of those before it, with or ({@code exclusive}) without itself. */
    record CumulativeSum(boolean exclusive, boolean reverse) implements Operator {}

    /**
     * Moves elements of any type without computing with them: the output keeps scale and zero point. All inputs but the moved one are
     * constants, except that indices may be computed; only PACK, DYNAMIC_UPDATE_SLICE and BROADCAST_ARGS move several.
     */
    sealed interface Movement extends Operator {
        /** Position of the tensor that is moved. */
        default int moved() {
            return 0;
        }
    }

    /** A movement whose outputs lie in the input at a regular step in each dimension: {@link StridedView}. */
    sealed interface View extends Movement {}

    /** Drops dimensions of 1: the named {@code axes} (negative counts from the innermost), or all where none is named. */
    record Squeeze(List<Integer> axes) implements View {
        public Squeeze {
            axes = List.copyOf(axes);
        }
    }

    /** Inputs: tensor, axis int32 [1]: position of a new dimension of 1. */
    record ExpandDims() implements View {}

    /** Inputs: tensor, permutation int32 [rank]: output dimension i is input dimension permutation[i]. */
    record Transpose() implements View {}

    /** Inputs: tensor, begin int32 [rank], size int32 [rank]; a size of -1 reaches to the end. */
    record Slice() implements View {}

    /**
     * Inputs: tensor, begin, end and strides, int32 [rank]. Bit i of a mask stands for dimension i: its begin or end does not count, or
     * it is one element and dropped from the output.
     */
    record StridedSlice(int beginMask, int endMask, int shrinkMask) implements View {}

    /** Inputs: axis int32 [1], tensor. Equal parts, as many as outputs. */
    record Split() implements View {
        @Override
        public int moved() {
            return 1;
        }
    }

    /** Inputs: tensor, sizes int32 [outputs] (one may be -1: the rest), axis int32 [1]. */
    record SplitV() implements View {}

    /** One output for each index along {@code axis}, without that dimension. */
    record Unpack(int axis) implements View {}

    /** Inputs: tensor, shape int32 [rank of the output]; dimensions of 1 repeat. */
    record BroadcastTo() implements View {}

    /** Inputs: tensor, axes int32 [k]: the order along them is turned round. */
    record ReverseV2() implements View {}

    /** [n, h * block, w * block, c] to [n, h, w, block * block * c]. */
    record SpaceToDepth(int block) implements View {}

    /** [n, h, w, block * block * c] to [n, h * block, w * block, c]. */
    record DepthToSpace(int block) implements View {}

    /** Inputs of one shape, side by side along a new dimension {@code axis} of the output (negative counts from the innermost). */
    record Pack(int axis) implements Movement {}

    /** Inputs: tensor, paddings int32 [rank, 2], the value to fill with [1], of the tensor's type and quantization. */
    record PadV2() implements Movement {}

    /** Inputs: tensor, paddings int32 [rank, 2]: filled with the tensor's own elements, mirrored at its edge. */
    record MirrorPad(MirrorMode mode) implements Movement {}

    /** Inputs: tensor, indices int32 along {@code axis}; the first {@code batchDimensions} of both belong together. */
    record Gather(int axis, int batchDimensions) implements Movement {}

    /** Inputs: tensor, indices int32 [..., k]: each row of them names one element of the tensor's first k dimensions. */
    record GatherNd() implements Movement {}

    /** Inputs: indices int32 [k], values [rows, ...]: a row for each index. int8 values give int8 or float32. */
    record EmbeddingLookup() implements Movement {
        @Override
        public int moved() {
            return 1;
        }
    }

    /** Inputs: tensor, a part of it, start int32 [rank], cut so that the part fits: the part in its place. */
    record DynamicUpdateSlice() implements Movement {}

    /** Inputs: shape int32 [rank of the output], one element. */
    record Fill() implements View {
        @Override
        public int moved() {
            return 1;
        }
    }

    /** The integer or float 0 for each element, also where real 0 is another integer. */
    record ZerosLike() implements Movement {}

    /** Inputs: two shapes, int32 or int64: the shape to which both broadcast. */
    record BroadcastArgs() implements Movement {}

    /** Inputs: [n, h, w, c], size int32 [2]: output height and width, each pixel that of the input next to it. */
    record ResizeNearestNeighbor(boolean alignCorners, boolean halfPixelCenters) implements Movement {}

    /**
     * Inputs: [n, h, c] or [n, h, w, c], block int32 [1 or 2], paddings int32 [1 or 2, 2]. Pads h and w with real 0, and makes an image of
     * each phase: [block * n, padded h / block, padded w / block, c].
     */
    record SpaceToBatchNd() implements Movement {}

    /** The other way round: inputs tensor, block, crops int32 [1 or 2, 2]: rows and columns left out at the edges. */
    record BatchToSpaceNd() implements Movement {}

    /** An operator that keeps values between runs, in tensors that are inputs of it and that it writes. */
    sealed interface Stateful extends Operator {
        /** Positions of those inputs. */
        List<Integer> states();
    }

    /**
     * A dense layer of low rank over the last inputs. Inputs: [n, inputs], feature weights [filters, inputs], time weights
     * [filters, memory], optional bias [units], state [n, memory * filters]. Output [n, units], units = filters / rank.
     */
    record Svdf(int rank, Activation activation) implements Stateful {
        public static final int BIAS = 3;
        public static final int STATE = 4;

        @Override
        public List<Integer> states() {
            return List.of(STATE);
        }
    }

    /**
     * The LSTM of Keras. Inputs: [n, time, inputs] or, time-major, [time, n, inputs]; the others are named in {@link LstmInputs}.
     * Output: the hidden state after each step, as the input with units in place of inputs.
     *
     * @param cellClip the cell stays within this distance of 0; 0 for no limit
     */
    record UnidirectionalSequenceLstm(float cellClip, boolean timeMajor) implements Stateful {
        @Override
        public List<Integer> states() {
            return List.of(LstmInputs.HIDDEN_STATE, LstmInputs.CELL_STATE);
        }
    }

    /** float32 to integers, or integers to others with another scale or type. */
    record Quantize() implements Operator {}

    /** Integers to float32. */
    record Dequantize() implements Operator {}

    /** Compares, decides, finds and converts: the output has a meaning of its own, and no scale that comes from the inputs'. */
    sealed interface Logic extends Operator {}

    /** Inputs: two tensors of one type, with broadcasting. Output bool. */
    record Compare(Comparison comparison) implements Logic {}

    /** Inputs: bool tensors, with broadcasting. Output bool. */
    record Logical(LogicalFunction function) implements Logic {}

    /** Inputs: bool condition, and two tensors of one type, all with broadcasting: the first where the condition holds. */
    record Select() implements Logic {}

    /** Inputs: tensor, axis int32 [1] (constant). Output int32: where the first greatest or least element along the axis is. */
    record ArgExtreme(boolean greatest) implements Logic {}

    /** To the element type of the output, whatever the scales; towards 0 from float to integers. */
    record Cast() implements Logic {}

    /** Inputs: bool tensor, axes int32 [k] (constant). Output bool: whether all elements hold. */
    record ReduceAll(boolean keepDimensions) implements Logic {}

    /** Read from a file, known by name only: the verifier reports it, nothing runs it. */
    record Unsupported(String name) implements Operator {}

    /** Position of a sliding window: strides and dilations along h and w. Pooling has dilation 1. */
    record Window(Padding padding, int strideH, int strideW, int dilationH, int dilationW) {
        public static Window of(Padding padding, int strideH, int strideW) {
            return new Window(padding, strideH, strideW, 1, 1);
        }
    }

    enum PoolKind {
        MAX,
        AVERAGE,
        /** Root of the mean square; float32 only. */
        L2;

        /** As in the schema: {@code MAX_POOL_2D}. */
        public String operatorName() {
            return name() + "_POOL_2D";
        }
    }

    /** Whether the outermost element itself is repeated; the order is that of the schema. */
    enum MirrorMode {
        REFLECT,
        SYMMETRIC
    }

    /** What many elements become one by. */
    enum ReduceFunction {
        MEAN,
        SUM,
        MAX,
        MIN;

        /** As in the schema: {@code REDUCE_MAX}. */
        public String operatorName() {
            return this == MAX || this == MIN ? "REDUCE_" + name() : name();
        }
    }

    /** Functions of two elements. */
    enum BinaryFunction {
        ADD,
        SUB,
        MUL,
        DIV,
        MAXIMUM,
        MINIMUM,
        SQUARED_DIFFERENCE,
        FLOOR_DIV,
        FLOOR_MOD;

        /** Whether the operator has room for a fused activation. */
        public boolean hasActivation() {
            return this == ADD || this == SUB || this == MUL || this == DIV;
        }

        /** Whether TFLM has a kernel for int8. */
        public boolean hasInt8() {
            return switch (this) {
                case ADD, SUB, MUL, DIV, MAXIMUM, MINIMUM, SQUARED_DIFFERENCE -> true;
                case FLOOR_DIV, FLOOR_MOD -> false;
            };
        }

        /** Whether TFLM has a kernel for int16 that stand for real numbers; MAXIMUM and MINIMUM only compare integers. */
        public boolean hasInt16() {
            return this == ADD || this == SUB || this == MUL || this == SQUARED_DIFFERENCE;
        }

        /** Whether it picks one of its operands, whose quantization is then that of the output. */
        public boolean isChoice() {
            return this == MAXIMUM || this == MINIMUM;
        }
    }

    /** Relations of two elements, as operators of the schema. */
    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        GREATER_EQUAL,
        LESS,
        LESS_EQUAL
    }

    /** Functions of truth values, as operators of the schema. */
    enum LogicalFunction {
        LOGICAL_AND,
        LOGICAL_OR,
        LOGICAL_NOT;

        public int operands() {
            return this == LOGICAL_NOT ? 1 : 2;
        }
    }

    /** Functions of one element. */
    enum UnaryFunction {
        LOGISTIC,
        TANH,
        RELU,
        RELU6,
        RELU_N1_TO_1,
        ELU,
        HARD_SWISH,
        ABS,
        NEG,
        EXP,
        LOG,
        SQRT,
        RSQRT,
        SQUARE,
        SIN,
        COS,
        FLOOR,
        CEIL,
        ROUND;

        /** Whether TFLM has a kernel for int16. */
        public boolean hasInt16() {
            return switch (this) {
                case LOGISTIC, TANH, RELU, RELU6, ABS, RSQRT -> true;
                case RELU_N1_TO_1, ELU, HARD_SWISH, NEG, EXP, LOG, SQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND -> false;
            };
        }

        /** Whether TFLM has a kernel for int8; RELU_N1_TO_1 is not an operator of TFLM, but one of TensorFlow Lite. */
        public boolean hasInt8() {
            return switch (this) {
                case LOGISTIC, TANH, RELU, RELU6, RELU_N1_TO_1, ELU, HARD_SWISH, ABS, RSQRT -> true;
                case NEG, EXP, LOG, SQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND -> false;
            };
        }
    }
}

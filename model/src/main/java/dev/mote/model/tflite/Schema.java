package dev.mote.model.tflite;

/** Field slots and constants of the TensorFlow Lite schema, version 3, for the tables that Mote reads and writes. */
final class Schema {
    static final int VERSION = 3;

    private Schema() {}

    static final class Model {
        static final int VERSION = 0;
        static final int OPERATOR_CODES = 1;
        static final int SUBGRAPHS = 2;
        static final int DESCRIPTION = 3;
        static final int BUFFERS = 4;
        static final int METADATA = 6;
        static final int FIELDS = 7;

        private Model() {}
    }

    static final class OperatorCode {
        static final int DEPRECATED_BUILTIN_CODE = 0;
        static final int CUSTOM_CODE = 1;
        static final int VERSION = 2;
        static final int BUILTIN_CODE = 3;
        static final int FIELDS = 4;

        private OperatorCode() {}
    }

    static final class SubGraph {
        static final int TENSORS = 0;
        static final int INPUTS = 1;
        static final int OUTPUTS = 2;
        static final int OPERATORS = 3;
        static final int NAME = 4;
        static final int FIELDS = 5;

        private SubGraph() {}
    }

    static final class Tensor {
        static final int SHAPE = 0;
        static final int TYPE = 1;
        static final int BUFFER = 2;
        static final int NAME = 3;
        static final int QUANTIZATION = 4;
        static final int IS_VARIABLE = 5;
        static final int SPARSITY = 6;
        static final int HAS_RANK = 8;
        static final int EXTERNAL_BUFFER = 10;
        static final int FIELDS = 9;

        private Tensor() {}
    }

    static final class Quantization {
        static final int MIN = 0;
        static final int MAX = 1;
        static final int SCALE = 2;
        static final int ZERO_POINT = 3;
        static final int DETAILS_TYPE = 4;
        static final int QUANTIZED_DIMENSION = 6;
        static final int FIELDS = 7;

        private Quantization() {}
    }

    static final class Operator {
        static final int OPCODE_INDEX = 0;
        static final int INPUTS = 1;
        static final int OUTPUTS = 2;
        static final int OPTIONS_TYPE = 3;
        static final int OPTIONS = 4;
        static final int INTERMEDIATES = 8;
        static final int FIELDS = 9;

        private Operator() {}
    }

    static final class Buffer {
        static final int DATA = 0;
        static final int OFFSET = 1;
        static final int FIELDS = 1;
        /** Alignment of the data in the file, in bytes: kernels read it in place. */
        static final int ALIGNMENT = 16;

        private Buffer() {}
    }

    static final class Metadata {
        static final int NAME = 0;
        static final int BUFFER = 1;
        static final int FIELDS = 2;

        private Metadata() {}
    }
}

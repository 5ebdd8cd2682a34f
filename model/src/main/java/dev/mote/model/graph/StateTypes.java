package dev.mote.model.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Element types of the tensors of SVDF and LSTM, which of them are constant, and which are variables. */
final class StateTypes {
    /**
     * A set of types that a kernel of TFLM has.
     *
     * @param data of input and output, and of the hidden state of an LSTM
     * @param state of SVDF and of the cell of an LSTM
     */
    private record Kernel(TensorType data, TensorType weights, TensorType bias, TensorType state) {
        private static final Kernel FLOAT =
                new Kernel(TensorType.FLOAT32, TensorType.FLOAT32, TensorType.FLOAT32, TensorType.FLOAT32);
        private static final Kernel INT8 =
                new Kernel(TensorType.INT8, TensorType.INT8, TensorType.INT32, TensorType.INT16);
        private static final Kernel INT8_WITH_INT8_STATE =
                new Kernel(TensorType.INT8, TensorType.INT8, TensorType.INT32, TensorType.INT8);
        private static final Kernel INT16 =
                new Kernel(TensorType.INT16, TensorType.INT8, TensorType.INT64, TensorType.INT16);
    }

    private final CheckedNode node;
    private boolean sound = true;

    private StateTypes(CheckedNode node) {
        this.node = node;
    }

    /** @return whether the types are right, so that shapes and scales mean something */
    static boolean check(CheckedNode node, Operator.Stateful operator) {
        StateTypes types = new StateTypes(node);
        switch (operator) {
            case Operator.Svdf svdf -> types.svdf();
            case Operator.UnidirectionalSequenceLstm lstm -> types.lstm();
        }
        operator.states().forEach(types::requireVariable);
        return types.sound;
    }

    private void svdf() {
        boolean int8State = node.input(Operator.Svdf.STATE).type() == TensorType.INT8;
        choose(int8State ? Kernel.INT8_WITH_INT8_STATE : Kernel.INT8).ifPresent(kernel -> {
            require(1, "type of the feature weights", kernel.weights());
            require(2, "type of the time weights", kernel.state());
            require(Operator.Svdf.STATE, "state", kernel.state());
            require(node.output(), "output", kernel.data());
            if (node.hasInput(Operator.Svdf.BIAS)) {
                require(Operator.Svdf.BIAS, "bias", kernel.bias());
                requireConstant(Operator.Svdf.BIAS);
            }
            requireConstant(1);
            requireConstant(2);
        });
    }

    private void lstm() {
        choose(Kernel.INT8, Kernel.INT16).ifPresent(kernel -> {
            LstmInputs.weights().forEach(position -> require(position, "type of the weights", kernel.weights()));
            LstmInputs.biases().forEach(position -> require(position, "bias", kernel.bias()));
            require(LstmInputs.HIDDEN_STATE, "hidden state", kernel.data());
            require(LstmInputs.CELL_STATE, "cell state", kernel.state());
            require(node.output(), "output", kernel.data());
            IntStream.concat(LstmInputs.weights(), LstmInputs.biases()).forEach(this::requireConstant);
        });
    }

    /** The kernel for the input's type: that for float32 or one of {@code integer}. */
    private Optional<Kernel> choose(Kernel... integer) {
        TensorType type = node.input().type();
        List<Kernel> kernels =
                Stream.concat(Stream.of(Kernel.FLOAT), Stream.of(integer)).toList();
        Optional<Kernel> kernel =
                kernels.stream().filter(one -> one.data() == type).findFirst();
        if (kernel.isEmpty()) {
            List<TensorType> expected = kernels.stream().map(Kernel::data).toList();
            refuse("input is " + type + ", expected one of " + expected, Remedies.ofType(type));
        }
        return kernel;
    }

    private void require(int position, String what, TensorType type) {
        require(node.input(position), what, type);
    }

    private void require(Tensor tensor, String what, TensorType type) {
        if (tensor.type() != type) {
            boolean weightsOnly = node.input().type() == TensorType.FLOAT32 && tensor.type() == TensorType.INT8;
            refuse(
                    what + " is " + tensor.type() + ", expected " + type,
                    weightsOnly ? TypeRules.WEIGHTS_ONLY : Remedies.ofType(tensor.type()));
        }
    }

    private void refuse(String message, String remedy) {
        // Four gates alike would only repeat it.
        if (sound) {
            node.error("TFL-40", message, remedy);
        }
        sound = false;
    }

    private void requireConstant(int position) {
        if (sound && !node.input(position).isConstant()) {
            sound = false;
            node.error(
                    "TFL-41",
                    Places.quote(node.input(position).name()) + ": computed, expected constant weights and biases",
                    "freeze the weights, then export again");
        }
    }

    private void requireVariable(int position) {
        Tensor state = node.input(position);
        if (!state.isState()) {
            sound = false;
            node.error(
                    "TFL-14",
                    "keeps its state in " + Places.quote(state.name()) + ", which is not a variable",
                    "export the model again");
        }
    }
}

package dev.mote.model.graph;

/** What to do about what Mote does not support, said in terms of the Keras layers and converter settings that it comes from. */
final class Remedies {
    private static final String FIX_BATCH =
            "fix the batch size, keras.Input(shape, batch_size=1), and convert again: it often goes away then";

    private Remedies() {}

    /** @param operator name in the schema */
    static String ofOperator(String operator) {
        return switch (operator) {
            case "SPACE_TO_BATCH_ND", "BATCH_TO_SPACE_ND", "REDUCE_PROD" -> FIX_BATCH;
            case "GELU" -> "use relu, relu6, leaky_relu, sigmoid or tanh, train, then export again";
            case "CUSTOM:TFLite_Detection_PostProcess" ->
                "export the model without its post-processing: end it at boxes and scores, and pick the boxes in the firmware";
            case "CUSTOM:ethos-u" -> "give the model as it was before Vela compiled it for the Ethos-U";
            case "WHILE" ->
                "only loops of a known number of rounds run here, with operators that Mote supports: give recurrent layers"
                        + " unroll=True and the input a batch_size";
            case "IF" -> "choose outside of the model: export one model for each case";
            case "CALL_ONCE", "VAR_HANDLE", "READ_VARIABLE", "ASSIGN_VARIABLE" ->
                "make the variables inputs and outputs of the model: leave stateful=True out of recurrent layers";
            case "LSTM",
                    "RNN",
                    "UNIDIRECTIONAL_SEQUENCE_RNN",
                    "BIDIRECTIONAL_SEQUENCE_LSTM",
                    "BIDIRECTIONAL_SEQUENCE_RNN" ->
                "use keras.layers.LSTM, or give the layer unroll=True, then export again";
            default -> "replace it in the model, then export again";
        };
    }

    /** @param found a type where float32 or int8 is needed */
    static String ofType(TensorType found) {
        return switch (found) {
            case UINT8 -> "convert again with inference_input_type and inference_output_type tf.int8";
            case INT16 -> "quantize to int8 activations: TFLITE_BUILTINS_INT8, or mote quantize with the float model";
            case FLOAT32, INT32, INT64, BOOL, INT8, OTHER -> "quantize the whole model to int8, or none of it";
        };
    }
}

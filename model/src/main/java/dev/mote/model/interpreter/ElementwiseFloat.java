package dev.mote.model.interpreter;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.lowered.FloatLayer;

/** float32 functions of one element, of two, or of one row. */
final class ElementwiseFloat {
    private ElementwiseFloat() {}

    static float activate(float x, Activation activation) {
        return Math.min(Math.max(x, activation.min()), activation.max());
    }

    static void softmax(FloatLayer.Softmax layer, float[] in, float[] out) {
        for (int row = 0; row < layer.rows(); row++) {
            int start = row * layer.depth();
            float max = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < layer.depth(); c++) {
                max = Math.max(max, in[start + c]);
            }
            float sum = 0;
            for (int c = 0; c < layer.depth(); c++) {
                out[start + c] = (float) Math.exp((in[start + c] - max) * layer.beta());
                sum += out[start + c];
            }
            for (int c = 0; c < layer.depth(); c++) {
                out[start + c] /= sum;
            }
        }
    }

    static void unary(FloatLayer.Unary layer, float[] in, float[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            out[i] = apply(layer.function(), in[i]);
        }
    }

    private static float apply(UnaryFunction function, float x) {
        return switch (function) {
            case LOGISTIC -> (float) (1 / (1 + Math.exp(-x)));
            case TANH -> (float) Math.tanh(x);
            case RELU -> Math.max(x, 0);
            case RELU6 -> Math.min(Math.max(x, 0), 6);
            case RELU_N1_TO_1 -> Math.min(Math.max(x, -1), 1);
            case ELU -> x < 0 ? (float) Math.expm1(x) : x;
            case HARD_SWISH -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
            case ABS -> Math.abs(x);
            case NEG -> -x;
            case EXP -> (float) Math.exp(x);
            case LOG -> (float) Math.log(x);
            case SQRT -> (float) Math.sqrt(x);
            case RSQRT -> 1 / (float) Math.sqrt(x);
            case SQUARE -> x * x;
            case SIN -> (float) Math.sin(x);
            case COS -> (float) Math.cos(x);
            case FLOOR -> (float) Math.floor(x);
            case CEIL -> (float) Math.ceil(x);
            case ROUND -> (float) Math.rint(x);
        };
    }

    static void leakyRelu(FloatLayer.LeakyRelu layer, float[] in, float[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            out[i] = in[i] > 0 ? in[i] : in[i] * layer.alpha();
        }
    }

    static void prelu(FloatLayer.Prelu layer, float[] in, float[] alphas, float[] out) {
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> out[i] = in[a] >= 0 ? in[a] : in[a] * alphas[b]);
    }

    static void binary(FloatLayer.Binary layer, float[] first, float[] second, float[] out) {
        BroadcastIndex.forEach(
                layer.broadcast(),
                (i, a, b) -> out[i] = activate(apply(layer.function(), first[a], second[b]), layer.activation()));
    }

    private static float apply(BinaryFunction function, float first, float second) {
        return switch (function) {
            case ADD -> first + second;
            case SUB -> first - second;
            case MUL -> first * second;
            case DIV -> first / second;
            case MAXIMUM -> Math.max(first, second);
            case MINIMUM -> Math.min(first, second);
            case SQUARED_DIFFERENCE -> (first - second) * (first - second);
            case FLOOR_DIV -> (float) Math.floor((double) first / second);
            case FLOOR_MOD -> floorMod(first, second);
        };
    }

    /** The rest that has the sign of the divisor. */
    private static float floorMod(float first, float second) {
        float rest = first % second;
        return rest != 0 && (second < 0) != (rest < 0) ? rest + second : rest;
    }
}

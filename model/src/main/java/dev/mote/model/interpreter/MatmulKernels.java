package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.MatmulGeometry;

/** Products of matrices, the plain form: one output element after the other. */
final class MatmulKernels {
    private MatmulKernels() {}

    private interface Visitor {
        /** Output element {@code index} is the product of a row and a column that begin there. */
        void element(int index, int row, int column);
    }

    static void run(Int8Layer.BatchMatmul layer, byte[] first, byte[] second, byte[] out) {
        MatmulGeometry g = layer.geometry();
        forEach(g, (index, row, column) -> {
            int sum = 0;
            for (int k = 0; k < g.depth(); k++) {
                sum += (first[row + k * g.firstDepthStep()] - layer.firstZeroPoint())
                        * (second[column + k * g.secondDepthStep()] - layer.secondZeroPoint());
            }
            int scaled = FixedPoint.requantize(sum, layer.factor()) + layer.outputZeroPoint();
            out[index] = FixedPoint.clamp(scaled, Byte.MIN_VALUE, Byte.MAX_VALUE);
        });
    }

    static void run(Int16Layer.BatchMatmul layer, short[] first, short[] second, short[] out) {
        MatmulGeometry g = layer.geometry();
        forEach(g, (index, row, column) -> {
            long sum = 0;
            for (int k = 0; k < g.depth(); k++) {
                sum += first[row + k * g.firstDepthStep()] * second[column + k * g.secondDepthStep()];
            }
            int scaled = FixedPoint.requantizeWide(sum, layer.factor());
            out[index] = FixedPoint.clampInt16(scaled, Short.MIN_VALUE, Short.MAX_VALUE);
        });
    }

    static void run(FloatLayer.BatchMatmul layer, float[] first, float[] second, float[] out) {
        MatmulGeometry g = layer.geometry();
        forEach(g, (index, row, column) -> {
            float sum = 0;
            for (int k = 0; k < g.depth(); k++) {
                sum += first[row + k * g.firstDepthStep()] * second[column + k * g.secondDepthStep()];
            }
            out[index] = sum;
        });
    }

    private static void forEach(MatmulGeometry g, Visitor visitor) {
        int index = 0;
        for (int matrix = 0; matrix < g.matrices(); matrix++) {
            int first = 0;
            int second = 0;
            int rest = matrix;
            for (int d = MatmulGeometry.BATCH_DIMENSIONS - 1; d >= 0; d--) {
                int position = rest % g.batches().get(d);
                rest /= g.batches().get(d);
                first += position * g.firstBatchSteps().get(d);
                second += position * g.secondBatchSteps().get(d);
            }
            for (int row = 0; row < g.rows(); row++) {
                for (int column = 0; column < g.columns(); column++) {
                    visitor.element(index, first + row * g.firstRowStep(), second + column * g.secondColumnStep());
                    index++;
                }
            }
        }
    }
}

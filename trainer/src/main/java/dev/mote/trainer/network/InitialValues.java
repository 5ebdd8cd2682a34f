package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Initializer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Draws the values that training starts from. */
final class InitialValues {
    /** Deviation of the normal distribution after its values beyond two deviations are drawn again. */
    private static final double CUT_DEVIATION = 0.87962566103423978;

    private final Shape shape;
    private final SplittableRandom random;

    private InitialValues(Shape shape, SplittableRandom random) {
        this.shape = shape;
        this.random = random;
    }

    static float[] of(Parameter parameter, SplittableRandom random) {
        return new InitialValues(parameter.shape(), random).draw(parameter.initial());
    }

    private float[] draw(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Constant constant -> fill(constant::value);
            case Initializer.Uniform uniform -> fill(() -> random.nextDouble(uniform.min(), uniform.max()));
            case Initializer.Normal normal -> fill(() -> normal.mean() + normal.deviation() * random.nextGaussian());
            case Initializer.Scaled scaled ->
                switch (scaled.kind()) {
                    case GLOROT_UNIFORM -> uniform(Math.sqrt(6.0 / (fanIn() + fanOut())));
                    case GLOROT_NORMAL -> cutNormal(Math.sqrt(2.0 / (fanIn() + fanOut())));
                    case HE_UNIFORM -> uniform(Math.sqrt(6.0 / fanIn()));
                    case HE_NORMAL -> cutNormal(Math.sqrt(2.0 / fanIn()));
                    case ORTHOGONAL -> orthogonal();
                };
        };
    }

    private double fanIn() {
        return (double) window() * shape.dimension(-2);
    }

    private double fanOut() {
        return (double) window() * shape.dimension(-1);
    }

    private int window() {
        return shape.elements(0, shape.rank() - 2);
    }

    private float[] uniform(double limit) {
        return fill(() -> random.nextDouble(-limit, limit));
    }

    private float[] cutNormal(double deviation) {
        return fill(() -> {
            double value = random.nextGaussian();
            while (Math.abs(value) > 2) {
                value = random.nextGaussian();
            }
            return value * deviation / CUT_DEVIATION;
        });
    }

    private float[] fill(DoubleSupplier values) {
        float[] filled = new float[shape.elements()];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = (float) values.getAsDouble();
        }
        return filled;
    }

    /** Gram and Schmidt: each vector of random numbers loses its share along those before it. */
    private float[] orthogonal() {
        int columns = shape.dimension(-1);
        int rows = shape.elements() / columns;
        int count = Math.min(rows, columns);
        double[][] vectors = new double[count][Math.max(rows, columns)];
        for (int i = 0; i < count; i++) {
            Arrays.setAll(vectors[i], each -> random.nextGaussian());
            for (int before = 0; before < i; before++) {
                subtract(vectors[i], vectors[before], dot(vectors[i], vectors[before]));
            }
            double length = Math.sqrt(dot(vectors[i], vectors[i]));
            for (int each = 0; each < vectors[i].length; each++) {
                vectors[i][each] /= length;
            }
        }
        float[] values = new float[shape.elements()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] =
                        (float) (rows <= columns ? vectors[row][column] : vectors[column][row]);
            }
        }
        return values;
    }

    private static void subtract(double[] vector, double[] direction, double share) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= share * direction[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

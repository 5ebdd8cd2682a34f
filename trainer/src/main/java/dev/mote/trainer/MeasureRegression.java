package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Regression;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Quantity;
import dev.mote.model.interpreter.Batch;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;

/** The errors of a trained regression, as its exported model makes them. */
final class MeasureRegression {
    private MeasureRegression() {}

    /** @param dataset with the channels that the model was trained on */
    static TrainedModel of(TrainedModel trained, Dataset dataset) {
        Regression training = error(trained, dataset.train());
        Regression test = dataset.testsOnTraining() ? training : error(trained, dataset.test());
        return new TrainedModel(trained.model(), trained.history().withErrors(new History.Errors(training, test)));
    }

    private static Regression error(TrainedModel trained, Samples samples) {
        InputPath path = InputPath.of(trained.model().graph());
        List<float[]> outputs = Batch.run(
                Interpreter.of(trained.model()),
                samples.count(),
                (invocation, i) -> invocation.run(path.floats(samples.values(i))));
        List<String> names = trained.model().graph().card().targets().stream()
                .map(Quantity::name)
                .toList();
        return Regression.of(names, samples.targets(), outputs);
    }
}

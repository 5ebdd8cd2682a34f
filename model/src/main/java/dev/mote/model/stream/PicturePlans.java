package dev.mote.model.stream;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Shape;
import java.util.Collections;

/** Plans of models of pictures: each picture is a window of its own. They run in the simulator only. */
final class PicturePlans {
    /** Any will do: nothing is computed across pictures but the post-processing, which counts windows. */
    private static final double RATE_HERTZ = 1;

    private static final float FULL_SCALE = 256;
    private static final int IMAGE_RANK = 4;

    private PicturePlans() {}

    static boolean isPossible(Int8Model model) {
        ModelCard card = model.graph().card();
        return model.graph().inputs().size() == 1
                && model.graph().outputs().size() == 1
                && card.preparation().rateHertz() == 0
                && input(model).rank() == IMAGE_RANK
                && card.preparation().channels().size() == input(model).dimension(-1)
                && output(model).elements() == card.labels().size();
    }

    private static Shape input(Int8Model model) {
        return model.graph().tensor(model.graph().inputs().getFirst()).shape();
    }

    private static Shape output(Int8Model model) {
        return model.graph().tensor(model.graph().outputs().getFirst()).shape();
    }

    static StreamPlan of(Int8Model model) {
        if (!isPossible(model)) {
            throw new BadInputException("the model is none of pictures that tells classes; train one with: mote train");
        }
        ModelCard card = model.graph().card();
        return new StreamPlan(
                1,
                1,
                card.preparation().channels(),
                RATE_HERTZ,
                Collections.nCopies(input(model).elements(), FULL_SCALE),
                card.labels(),
                model.outputQuantization(),
                output(model).elements(),
                card.postProcessing());
    }
}

package dev.mote.trainer.recipe;

import static dev.mote.trainer.recipe.RecipeWriter.pairs;

import dev.mote.model.stream.PostProcessing;
import java.util.List;

/** {@link PostProcessing} in a recipe: {@code post_processing: {average: 3, threshold: 0.6, leave: 0.4, minimum: 2}}. */
final class PostProcessingText {
    private PostProcessingText() {}

    static PostProcessing read(Section top) {
        return top.child("post_processing").map(node -> read(top, node)).orElse(PostProcessing.NONE);
    }

    private static PostProcessing read(Section top, YamlNode node) {
        List<String> keys = List.of("average", "majority", "threshold", "leave", "minimum");
        Section section = top.inner("post_processing", node, keys);
        return section.checked(() -> {
            double threshold = section.number("threshold", 0);
            return checked(
                    section.whole("average", 1),
                    section.whole("majority", 1),
                    threshold,
                    section.number("leave", threshold),
                    section.whole("minimum", 1));
        });
    }

    private static PostProcessing checked(int average, int majority, double threshold, double leave, int minimum) {
        Check.whole("average", average, 1, PostProcessing.MOST_WINDOWS);
        Check.whole("majority", majority, 1, PostProcessing.MOST_WINDOWS);
        Check.within("threshold", threshold, 0, 1);
        Check.within("leave", leave, 0, threshold);
        Check.whole("minimum", minimum, 1, PostProcessing.LONGEST);
        return new PostProcessing(average, majority, threshold, leave, minimum);
    }

    static String write(PostProcessing post) {
        return "{"
                + pairs("average", post.average(), "majority", post.majority())
                + ", "
                + pairs("threshold", post.threshold(), "leave", post.leave(), "minimum", post.minimum())
                + "}";
    }
}

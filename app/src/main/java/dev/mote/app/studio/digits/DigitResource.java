package dev.mote.app.studio.digits;

import dev.mote.device.live.LiveAnswer;
import dev.mote.device.live.LiveClassifier;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.DrawnPicture.Placing;
import dev.mote.model.frontend.PictureShape;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drawings in, answers of float, int8 and compiled C out. */
@Path("/api/models/{id}/digit")
@Tag(name = "digits")
public final class DigitResource {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String MNIST_LIKE = "centred";
    private static final String FULL = "whole";

    /** Pictures that fill their frame, so that nothing is to be centred. */
    private static final List<String> FILLING = List.of("fashion-mnist");

    private final LiveModels models;
    private final CompiledModels compiled;
    private final Examples examples;

    DigitResource(LiveModels models, CompiledModels compiled, Examples examples) {
        this.models = models;
        this.compiled = compiled;
        this.examples = examples;
    }

    @GET
    @Operation(summary = "What a model takes and tells; its C starts to be compiled")
    public DigitModel model(@PathParam("id") String id) {
        LiveModel model = models.find(id);
        compiled.of(model.state());
        PictureShape shape = model.classifier().input().shape();
        return new DigitModel(
                id,
                model.name(),
                model.classifier().labels(),
                shape.height(),
                shape.width(),
                shape.channels(),
                LiveModels.SIDE,
                model.classifier().input().hasFrontEnd(),
                model.dataset().orElse(null),
                model.synthetic(),
                model.dataset().filter(FILLING::contains).map(name -> FULL).orElse(MNIST_LIKE),
                model.floatNote().orElse(null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Answers to a drawing: grey bytes of a square canvas, row by row, white on black")
    public DigitAnswer answer(
            @PathParam("id") String id,
            @QueryParam("placing") @DefaultValue(MNIST_LIKE) String placing,
            InputStream drawing)
            throws IOException {
        byte[] canvas = canvas(drawing);
        long start = System.nanoTime();
        Placing chosen = placing(placing);
        LiveModel model = models.model(id);
        CompiledModels.Compiled c = compiled.of(model.state());
        byte[] picture = model.classifier().input().picture(canvas, chosen);
        LiveAnswer answer = model.classifier().answer(picture);
        DigitAnswer.Compiled ofC = compiled(model.classifier(), picture, answer, c);
        return new DigitAnswer(
                model.classifier().labels(),
                answer.real().map(real -> DigitAnswer.Form.of(real, null)).orElse(null),
                model.floatNote().orElse(null),
                DigitAnswer.Form.of(answer.int8(), DigitAnswer.signed(answer.scores())),
                ofC,
                answer.real()
                        .map(real -> real.predicted() == answer.int8().predicted())
                        .orElse(null),
                answer.largestDifference().orElse(null),
                picture,
                (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    /** One byte more than wanted is enough to know that there are too many. */
    private static byte[] canvas(InputStream drawing) throws IOException {
        int expected = LiveModels.SIDE * LiveModels.SIDE;
        byte[] bytes = drawing.readNBytes(expected + 1);
        if (bytes.length != expected) {
            throw new BadInputException("the drawing has "
                    + (bytes.length > expected ? "more than " + expected : bytes.length)
                    + " bytes, expected " + LiveModels.SIDE + " x " + LiveModels.SIDE + " = " + expected
                    + " grey levels, white on black");
        }
        return bytes;
    }

    private static Placing placing(String text) {
        return switch (text) {
            case MNIST_LIKE -> Placing.CENTRED;
            case FULL -> Placing.WHOLE;
            default -> throw new BadInputException("the placing is not known, expected " + MNIST_LIKE + " or " + FULL);
        };
    }

    /** A C program that fails takes nothing from the other answers. */
    private static DigitAnswer.Compiled compiled(
            LiveClassifier classifier, byte[] picture, LiveAnswer answer, CompiledModels.Compiled c) {
        if (c.engine().isEmpty()) {
            return DigitAnswer.Compiled.not(c.note().orElse(""), c.pending());
        }
        try {
            return DigitAnswer.Compiled.of(classifier.answer(picture, c.engine().get(), answer));
        } catch (BadInputException e) {
            return DigitAnswer.Compiled.not(e.getMessage(), false);
        }
    }

    @GET
    @Path("/example")
    @Operation(summary = "A test picture of the model's data set if that is on this machine, else a generated digit")
    public Example example(@PathParam("id") String id, @QueryParam("number") @DefaultValue("0") int number) {
        return examples.example(models.model(id).dataset(), number);
    }
}

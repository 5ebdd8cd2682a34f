package dev.mote.app.studio.activity;

import dev.mote.app.pipeline.StreamRequest;
import dev.mote.app.pipeline.StreamSource;
import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.activity.StreamChoice.Kind;
import dev.mote.app.studio.runs.UploadedRecording;
import dev.mote.app.studio.runs.Uploads;
import dev.mote.app.studio.workspace.RecentlyUsed;
import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.DatasetStatus;
import dev.mote.dataset.Datasets;
import dev.mote.dataset.Recordings;
import dev.mote.dataset.SyntheticActivity;
import dev.mote.device.stream.MotionSensor;
import dev.mote.device.stream.StreamDemand;
import dev.mote.device.stream.StreamSettings;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.ModelCard;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Streams that a page can choose, looked up by ids: nothing of a request becomes a name of a file. */
@Singleton
final class StreamCatalogue {
    static final String PHONE = "phone";

    private static final String UPLOAD = "upload-";
    /** The test persons, and nobody whom the model knows. */
    private static final String TEST_PART = ":test";

    private static final int LONGEST_SCHEDULE = 500;
    private static final String TIME = "\\d{1,6}(\\.\\d{1,3})?(s|min|h)";
    private static final Pattern SCHEDULE =
            Pattern.compile("for=" + TIME + "|[a-z_]{1,40}=" + TIME + "(,[a-z_]{1,40}=" + TIME + ")*");
    /** Data sets that are kept: as many persons look at few. */
    private static final int MOST = 4;

    private record Key(String name, long seed, StreamDemand demand, ModelCard card) {}

    private final DataDirectory directory;
    private final Uploads uploads;
    private final Map<Key, StreamSource> known = new RecentlyUsed<>(MOST);

    StreamCatalogue(DataDirectory directory, Uploads uploads) {
        this.directory = directory;
        this.uploads = uploads;
    }

    /** The model's own data first. */
    List<StreamChoice> choices(LiveModel model) {
        String trainedOn = model.card().facts().getOrDefault("dataset", "");
        List<StreamChoice> choices = new ArrayList<>();
        for (DatasetStatus dataset : Datasets.list(directory)) {
            if (dataset.found() && Recordings.SIGNALS.contains(dataset.name())) {
                boolean generated = dataset.name().equals(SyntheticActivity.NAME);
                boolean own = dataset.name().equals(trainedOn);
                choices.add(
                        own ? 0 : choices.size(),
                        new StreamChoice(
                                dataset.name(),
                                dataset.name() + (generated ? ", generated" : ", recordings"),
                                generated ? Kind.GENERATED : Kind.DATASET,
                                dataset.synthetic(),
                                generated,
                                false,
                                own,
                                true));
            }
        }
        for (UploadedRecording upload : uploads.recordings()) {
            choices.add(new StreamChoice(
                    UPLOAD + upload.id(), upload.label(), Kind.UPLOAD, false, false, false, false, true));
        }
        boolean phone = MotionSensor.fits(model.demand());
        choices.add(new StreamChoice(
                PHONE, "the motion sensor of this device", Kind.PHONE, false, false, true, false, phone));
        return List.copyOf(choices);
    }

    /**
     * The recordings of a stream, as a model takes them.
     *
     * @param schedule of generated activities, or how long they last; empty: ten minutes, as the seed draws them
     * @throws UnknownIdException if there is no such stream
     * @throws BadInputException one line, if it cannot be read
     */
    StreamSource source(LiveModel model, String id, String schedule, long seed) {
        if (id.startsWith(UPLOAD)) {
            UploadedRecording upload = uploads.recording(id.substring(UPLOAD.length()));
            return read(model, upload.file().toString(), seed);
        }
        boolean found = Datasets.list(directory).stream()
                .anyMatch(dataset -> dataset.found() && dataset.name().equals(id));
        if (!found || !Recordings.SIGNALS.contains(id)) {
            throw new UnknownIdException("stream");
        }
        return id.equals(SyntheticActivity.NAME)
                ? read(model, id + TEST_PART + words(schedule), seed)
                : kept(model, id, seed);
    }

    private synchronized StreamSource kept(LiveModel model, String name, long seed) {
        Key key = new Key(name, seed, model.demand(), model.card());
        StreamSource source = known.get(key);
        if (source == null) {
            source = read(model, name, seed);
            known.put(key, source);
        }
        return source;
    }

    private StreamSource read(LiveModel model, String name, long seed) {
        StreamRequest request = new StreamRequest(name, List.of(), directory, seed, 0, StreamSettings.DEFAULT);
        return StreamSource.of(request, model.demand(), model.card());
    }

    private static String words(String schedule) {
        if (schedule.isEmpty()) {
            return "";
        }
        if (schedule.length() > LONGEST_SCHEDULE || !SCHEDULE.matcher(schedule).matches()) {
            throw new BadInputException(
                    "schedule: expected activities with their times, as walking=30s,resting=1min, or a time, as for=1h");
        }
        return ":" + schedule;
    }
}

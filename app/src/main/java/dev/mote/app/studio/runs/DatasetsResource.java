package dev.mote.app.studio.runs;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.DatasetStatus;
import dev.mote.dataset.Datasets;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Data that models can be trained on. */
@Path("/api/datasets")
@Tag(name = "datasets")
public final class DatasetsResource {
    /** A data set that Mote knows; where its files are is not told. */
    public record KnownData(
            String name,
            boolean synthetic,
            boolean found,
            String records,
            String publisher,
            String licence,
            List<String> missing) {
        static KnownData of(DatasetStatus status) {
            return new KnownData(
                    status.name(),
                    status.synthetic(),
                    status.found(),
                    status.records(),
                    status.publisher(),
                    status.licence(),
                    status.missing());
        }
    }

    private final DataDirectory directory;

    DatasetsResource(DataDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Operation(summary = "Data sets that Mote knows, and whether their files are there")
    public List<KnownData> datasets() {
        return Datasets.list(directory).stream().map(KnownData::of).toList();
    }
}

package dev.mote.app.studio;

import dev.mote.dataset.DataDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** Folders of this machine, which are nobody's business who looks at the studio from another one. */
@Singleton
public final class Places {
    private final List<Path> folders;

    @Inject
    Places(StudioSettings settings, DataDirectory data) {
        this(settings.workspace(), data.root());
    }

    public Places(Path... folders) {
        this.folders = List.of(folders);
    }

    /** The text with names below the folders in place of whole paths. */
    public String hiddenIn(String text) {
        String hidden = text;
        for (Path folder : folders) {
            if (folder.getNameCount() > 0) {
                hidden = hidden.replace(folder.toAbsolutePath().normalize() + File.separator, "");
            }
        }
        return hidden;
    }
}

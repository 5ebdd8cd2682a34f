package dev.mote.app.studio.runs;

/** What an upload is called on pages: made of the name that its visitor's machine gave it, and never part of a path. */
final class UploadLabel {
    private static final int LONGEST = 80;
    private static final String NOTHING_LEFT = "upload";

    private UploadLabel() {}

    /**
     * The last part of {@code name}, without what does not print or turns the direction of the text, and cut at {@value #LONGEST}
     * characters.
     *
     * @param name null for none
     */
    static String of(String name) {
        if (name == null) {
            return NOTHING_LEFT;
        }
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = file.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("\\s+", " ")
                .strip();
        int[] shown = printable.codePoints().limit(LONGEST).toArray();
        String label = new String(shown, 0, shown.length).strip();
        return label.isEmpty() || label.matches("\\.+") ? NOTHING_LEFT : label;
    }
}

package dev.mote.codegen;

import dev.mote.model.BadInputException;
import java.util.Locale;
import java.util.Set;

/** The name of a model in C: prefix of its functions and files. */
public final class CNames {
    private static final int LONGEST = 40;

    /** Words of C11 and C++20. */
    private static final Set<String> KEYWORDS = Set.of("""
            alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const
            consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete do
            double dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable
            namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
            reinterpret_cast requires restrict return short signed sizeof static static_assert static_cast struct switch
            template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile
            wchar_t while xor xor_eq main""".split("\\s+"));

    /** A model of such a name would have a header that hides one of C, or one that those of C include. */
    private static final Set<String> HEADERS = Set.of("""
            alloca assert complex ctype endian errno features fenv float inttypes iso646 limits locale malloc math
            newlib picolibc pthread reent sched setjmp signal stdalign stdarg stdatomic stdbool stddef stdint stdio
            stdlib stdnoreturn string strings tgmath threads time uchar unistd wchar wctype""".split("\\s+"));

    private CNames() {}

    /** A name made from a file name: {@code KWS-ref (1).tflite} becomes {@code kws_ref_1}. */
    public static String fromFile(String fileName) {
        String stem = fileName.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
        String name = stem.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        name = name.substring(0, Math.min(name.length(), LONGEST));
        boolean usable = isIdentifier(name) && !isReserved(name);
        return usable ? name : name.isEmpty() ? "model" : shortened("model_" + name);
    }

    /**
     * A name that the user chose.
     *
     * @throws BadInputException if C cannot take it
     */
    public static String requireUsable(String name) {
        if (!isIdentifier(name) || name.length() > LONGEST) {
            throw new BadInputException("--name " + CText.quoted(name) + ": is not usable in C, expected a letter, then"
                    + " letters, digits and _, at most " + LONGEST + "; for example " + fromFile(name + ".tflite"));
        }
        if (isReserved(name)) {
            throw new BadInputException("--name " + name + ": is a word of C, of its library or of the Mote runtime;"
                    + " for example " + shortened("model_" + name));
        }
        return name;
    }

    /** Headers in any case, since file systems of Windows and macOS take {@code String.h} for {@code string.h}. */
    static boolean isReserved(String name) {
        String file = name.toLowerCase(Locale.ROOT);
        return KEYWORDS.contains(name) || HEADERS.contains(file) || file.equals("mote") || file.startsWith("mote_");
    }

    private static boolean isIdentifier(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]*");
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST));
    }
}

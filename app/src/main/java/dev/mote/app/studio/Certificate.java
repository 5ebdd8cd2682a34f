package dev.mote.app.studio;

import dev.mote.device.HostProcess;
import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A certificate that this machine signs for itself, new at each start: phones give a page their motion sensor over TLS only. Visitors
 * have to accept it once.
 *
 * @param file in a folder that only this user can read, removed at the end
 */
record Certificate(Path file, String password) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int PASSWORD_BYTES = 16;

    /** By {@code keytool} of this Java. */
    static Certificate of(StudioSettings settings) {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        try {
            Path folder = TemporaryFolder.create();
            Path file = folder.resolve("studio.p12");
            Path log = folder.resolve("keytool.log");
            log.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Path passwordFile = Files.writeString(folder.resolve("password"), password);
            int code = new HostProcess(command(settings, file, passwordFile), folder, LONGEST)
                    .run(null, null, log)
                    .exitCode();
            Files.delete(passwordFile);
            if (code != 0) {
                throw new MissingToolException("keytool cannot make a certificate: "
                        + Files.readString(log).strip());
            }
            return new Certificate(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String names(StudioSettings settings) {
        return settings.addresses().stream()
                .map(address -> ",ip:" + address.getHostAddress())
                .collect(Collectors.joining("", "SAN=dns:localhost", ""));
    }

    private static List<String> command(StudioSettings settings, Path file, Path passwordFile) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "studio",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-dname",
                "CN=Mote studio",
                "-ext",
                names(settings),
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass:file",
                passwordFile.toString());
    }
}

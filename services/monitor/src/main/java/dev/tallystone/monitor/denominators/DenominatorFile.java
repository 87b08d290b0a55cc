package dev.tallystone.monitor.denominators;

import dev.tallystone.board.unitcosts.Denominators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps values over a restart: whole or not at all. A file that is wrong is set aside, never written over. */
record DenominatorFile(Optional<Path> file) {

    private static final Logger LOG = LoggerFactory.getLogger(DenominatorFile.class);
    private static final int MAX_BYTES = 16 << 20;

    Denominators load(Instant now) {
        return file.filter(Files::exists).map(path -> load(path, now)).orElse(Denominators.NONE);
    }

    private static Denominators load(Path path, Instant now) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException("it has more than %,d bytes".formatted(MAX_BYTES));
            }
            return Denominators.of(DenominatorJson.readAll(Files.readAllBytes(path)), now);
        } catch (IOException | IllegalArgumentException e) {
            setAside(path, e);
            return Denominators.NONE;
        }
    }

    private static void setAside(Path path, Exception why) {
        Path aside = path.resolveSibling(path.getFileName() + ".refused");
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.error("{} is no file of denominators, so none are known; it is {} now: {}", path, aside,
                    why.getMessage());
        } catch (IOException e) {
            LOG.error("{} is no file of denominators ({}), so none are known; it cannot be set aside: {}", path,
                    why.getMessage(), e.toString());
        }
    }

    void keep(Denominators denominators) throws IOException {
        if (file.isPresent()) {
            Path path = file.get();
            Path half = path.resolveSibling(path.getFileName() + ".half");
            Files.write(half, DenominatorJson.write(denominators));
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

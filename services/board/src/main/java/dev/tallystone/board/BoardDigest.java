package dev.tallystone.board;

import dev.tallystone.board.Board.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Signs a board with short hashes, by which two replicas can be compared. */
final class BoardDigest {

    private BoardDigest() {}

    static Board sign(Board board, BoardSettings settings) {
        String config = hash(settings.toString());
        List<Object> shown = List.of(new TreeMap<>(board.trust().offsets()), board.asOf(), board.since(),
                board.identity().bookDigest(), config, board.burn(), board.today(), board.thisMonth(), board.toDate(),
                board.unpricedShare(), board.unpricedTokenShare(), board.models(), board.teams(), board.disagreement(),
                board.options(),
                board.recommendations(),
                board.commitments(), board.folded(), board.contract());
        var identity = new Identity(board.identity().bookName(), board.identity().bookDigest(), config,
                hash(shown.toString()));
        return new Board(identity, board.asOf(), board.since(), board.trust(), board.burn(), board.today(),
                board.thisMonth(), board.toDate(), board.unpricedShare(), board.unpricedTokenShare(), board.models(),
                board.teams(),
                board.disagreement(), board.options(),
                board.recommendations(), board.commitments(), board.folded(), board.contract());
    }

    private static String hash(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

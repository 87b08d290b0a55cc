package dev.tallystone.board;

import dev.tallystone.board.Board.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** Signs a board with short hashes, by which two replicas can be compared. */
final class BoardDigest {

    private BoardDigest() {}

    static Board sign(Board board, BoardSettings settings) {
        String config = hash(settings.toString());
        var text = new StringBuilder().append(new TreeMap<>(board.trust().offsets()))
                .append(board.asOf())
                .append(board.identity().bookDigest())
                .append(config)
                .append(board.burn())
                .append(board.toDate().usd());
        board.models()
                .forEach(line -> text.append(line.model())
                        .append(line.region())
                        .append(line.mode())
                        .append(line.lastFiveMinutes())
                        .append(line.quantitiesToDate())
                        .append(line.burn().usd())
                        .append(new TreeMap<>(line.quotes()))
                        .append(line.toDate().usd()));
        board.teams().forEach(line -> text.append(line.team()).append(line.toDate().usd()));
        board.recommendations().forEach(text::append);
        var identity = new Identity(board.identity().bookName(), board.identity().bookDigest(), config,
                hash(text.toString()));
        return new Board(identity, board.asOf(), board.since(), board.trust(), board.burn(), board.today(),
                board.thisMonth(), board.toDate(), board.unpricedShare(), board.models(), board.teams(),
                board.options(),
                board.recommendations(), board.commitments(), board.folded());
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

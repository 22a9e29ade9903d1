package dev.gridbell.firstrun.story;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture as a resident would take it, painted: a shed of blue steel sheets against the wall of a house. */
final class Snapshot {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    private Snapshot() {}

    /** @return a JPEG of 960 × 720 pixels */
    static byte[] ofTheShed() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paintHouse(pen);
            paintShed(pen);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    private static void paintHouse(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, new Color(168, 200, 230), 0, HEIGHT, new Color(236, 240, 244)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(150, 148, 140));
        pen.fillRect(0, 600, WIDTH, 120);
        pen.setColor(new Color(222, 205, 178));
        pen.fillRect(120, 60, 620, 540);
        for (int floor = 0; floor < 3; floor++) {
            for (int window = 0; window < 4; window++) {
                pen.setColor(Color.WHITE);
                pen.fillRect(160 + window * 145, 100 + floor * 165, 90, 100);
                pen.setColor(new Color(96, 130, 152));
                pen.fillRect(167 + window * 145, 107 + floor * 165, 76, 86);
            }
        }
    }

    private static void paintShed(Graphics2D pen) {
        for (int sheet = 0; sheet < 20; sheet++) {
            pen.setColor(sheet % 2 == 0 ? new Color(46, 106, 190) : new Color(36, 88, 164));
            pen.fillRect(480 + sheet * 20, 400, 20, 200);
        }
        pen.setColor(new Color(182, 56, 46));
        pen.fillPolygon(new int[] {460, 900, 880, 500}, new int[] {400, 400, 340, 340}, 4);
        pen.setColor(new Color(70, 72, 76));
        pen.fillRect(760, 450, 90, 150);
        pen.setColor(new Color(196, 168, 120));
        for (int brick = 0; brick < 8; brick++) {
            pen.fillRect(330 + brick % 4 * 36, 575 - brick / 4 * 22, 33, 19);
        }
    }
}

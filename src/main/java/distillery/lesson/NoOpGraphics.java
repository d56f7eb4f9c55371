package distillery.lesson;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Graphics that draw nothing: all that a typesetter of formulas may call and their outlines do not need. */
abstract class NoOpGraphics extends Graphics2D {
    @Override
    public Graphics create() {
        return this;
    }

    @Override
    public @Nullable Color getColor() {
        return null;
    }

    @Override
    public void setColor(Color a) {}

    @Override
    public void setPaintMode() {}

    @Override
    public void setXORMode(Color a) {}

    @Override
    public @Nullable FontMetrics getFontMetrics(Font a) {
        return null;
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        return null;
    }

    @Override
    public void clipRect(int a, int b, int c, int d) {}

    @Override
    public void setClip(int a, int b, int c, int d) {}

    @Override
    public @Nullable Shape getClip() {
        return null;
    }

    @Override
    public void setClip(Shape a) {}

    @Override
    public void copyArea(int a, int b, int c, int d, int e, int f) {}

    @Override
    public void clearRect(int a, int b, int c, int d) {}

    @Override
    public void drawRoundRect(int a, int b, int c, int d, int e, int f) {}

    @Override
    public void fillRoundRect(int a, int b, int c, int d, int e, int f) {}

    @Override
    public void drawOval(int a, int b, int c, int d) {}

    @Override
    public void fillOval(int a, int b, int c, int d) {}

    @Override
    public void drawArc(int a, int b, int c, int d, int e, int f) {}

    @Override
    public void fillArc(int a, int b, int c, int d, int e, int f) {}

    @Override
    public void drawPolyline(int[] a, int[] b, int c) {}

    @Override
    public void drawPolygon(int[] a, int[] b, int c) {}

    @Override
    public void fillPolygon(int[] a, int[] b, int c) {}

    @Override
    public boolean drawImage(Image a, int b, int c, ImageObserver d) {
        return true;
    }

    @Override
    public boolean drawImage(Image a, int b, int c, int d, int e, ImageObserver f) {
        return true;
    }

    @Override
    public boolean drawImage(Image a, int b, int c, Color d, ImageObserver e) {
        return true;
    }

    @Override
    public boolean drawImage(Image a, int b, int c, int d, int e, Color f, ImageObserver g) {
        return true;
    }

    @Override
    public boolean drawImage(Image a, int b, int c, int d, int e, int f, int g, int h, int i, ImageObserver j) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image a, int b, int c, int d, int e, int f, int g, int h, int i, Color j, ImageObserver k) {
        return true;
    }

    @Override
    public void dispose() {}

    @Override
    public boolean drawImage(Image a, AffineTransform b, ImageObserver c) {
        return true;
    }

    @Override
    public void drawImage(BufferedImage a, BufferedImageOp b, int c, int d) {}

    @Override
    public void drawRenderedImage(RenderedImage a, AffineTransform b) {}

    @Override
    public void drawRenderableImage(RenderableImage a, AffineTransform b) {}

    @Override
    public boolean hit(Rectangle a, Shape b, boolean c) {
        return true;
    }

    @Override
    public @Nullable GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    @Override
    public void setComposite(Composite a) {}

    @Override
    public void setPaint(Paint a) {}

    @Override
    public void setRenderingHint(RenderingHints.Key a, Object b) {}

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key a) {
        return null;
    }

    @Override
    public void setRenderingHints(Map<?, ?> a) {}

    @Override
    public void addRenderingHints(Map<?, ?> a) {}

    @Override
    public @Nullable RenderingHints getRenderingHints() {
        return null;
    }

    @Override
    public @Nullable Paint getPaint() {
        return null;
    }

    @Override
    public @Nullable Composite getComposite() {
        return null;
    }

    @Override
    public void setBackground(Color a) {}

    @Override
    public @Nullable Color getBackground() {
        return null;
    }

    @Override
    public void clip(Shape a) {}
}

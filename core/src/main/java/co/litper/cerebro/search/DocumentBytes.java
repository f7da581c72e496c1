package co.litper.cerebro.search;

import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;

/** A document as bytes, for indexes that keep it beside what it is found by. Stateless. */
public final class DocumentBytes {
    private static final int VERSION = 1;

    private DocumentBytes() {}

    /** The bytes of {@code document}. */
    public static byte[] of(Document document) {
        return new WireWriter()
                .octet(VERSION)
                .fixed64(document.id())
                .text(document.merchant().value())
                .text(document.person().value())
                .text(document.kind())
                .fixed64(document.atMs())
                .text(document.text())
                .bytes(document.payload())
                .toBytes();
    }

    /** The document of bytes that {@link #of} made; throws {@code WireException} for others. */
    public static Document read(byte[] bytes) {
        WireReader in = new WireReader(bytes);
        WireVersions.require("document", in.octet(), VERSION);
        return new Document(
                in.fixed64(),
                new MerchantId(in.text()),
                new PersonRef(in.text()),
                in.text(),
                in.fixed64(),
                in.text(),
                in.bytes());
    }
}

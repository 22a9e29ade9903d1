package dev.gridbell.sandbox;

/** 素材: temporary files of both apps, pictures for articles. */
final class MediaEndpoints {
    private static final int LARGEST_ARTICLE_PICTURE = 1024 * 1024;

    private final Platform platform;

    MediaEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.post("/cgi-bin/media/upload", Endpoint.Needs.ANY_TOKEN, this::upload)
                .get("/cgi-bin/media/get", Endpoint.Needs.ANY_TOKEN, call -> platform.media
                        .require(call.query("media_id"))
                        .file())
                .post("/cgi-bin/media/uploadimg", Endpoint.Needs.OFFICIAL_ACCOUNT, this::uploadPicture);
    }

    private Object upload(ApiCall call) {
        Media.Type type = Media.Type.of(call.query("type"))
                .filter(known -> call.app() == AppKind.OFFICIAL_ACCOUNT || known == Media.Type.IMAGE)
                .orElseThrow(() -> new WechatRefusal(40004, "invalid media type"));
        ApiCall.Upload upload = call.file();
        String contentType = Media.contentType(upload.content());
        if (!type.takes(contentType)) {
            throw new WechatRefusal(40005, "invalid file type");
        }
        if (upload.content().length > type.mostBytes) {
            throw new WechatRefusal(40006, "invalid meida size");
        }
        Media.Stored stored = platform.media.keep(upload.content(), contentType);
        platform.ledger.add("media", "app", call.app(), "what", type.word(), "bytes", upload.content().length);
        return Json.object("type", type.word(), "media_id", stored.id(), "created_at", platform.clock.seconds());
    }

    private Object uploadPicture(ApiCall call) {
        ApiCall.Upload upload = call.file();
        String contentType = Media.contentType(upload.content());
        if (!contentType.equals("image/png") && !contentType.equals("image/jpeg")) {
            throw new WechatRefusal(40005, "invalid file type");
        }
        if (upload.content().length > LARGEST_ARTICLE_PICTURE) {
            throw new WechatRefusal(40009, "invalid image size");
        }
        Media.Stored stored = platform.media.keepForGood(upload.content(), contentType);
        return Json.object("url", upload.origin() + Pictures.PATH + stored.id());
    }
}

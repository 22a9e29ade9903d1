package cn.gridbell.wechat;

import java.util.Optional;

/** What an office does with its official account beside talking: menu and codes. Each call leaves the house: not inside a transaction. */
public interface OfficialAccount {

    /**
     * The menu as WeChat has it; entries of other kinds than this house makes have neither key nor page.
     *
     * @throws WechatUnavailable 503
     */
    Optional<AccountMenu> menu();

    /**
     * Replaces the menu; phones show it within minutes.
     *
     * @throws WechatRefused     409, WeChat does not take it
     * @throws WechatUnavailable 503
     */
    void publish(AccountMenu menu);

    /**
     * A code that is valid for ever (永久二维码, at most 100,000 of an account).
     *
     * @param scene 1 to 64 characters, comes back when somebody scans or follows
     * @return the ticket its picture is fetched with
     * @throws WechatRefused     409
     * @throws WechatUnavailable 503
     */
    String lastingCode(String scene);

    /**
     * The picture of a code: PNG or JPEG.
     *
     * @throws WechatUnavailable 503
     */
    byte[] pictureOf(String ticket);
}

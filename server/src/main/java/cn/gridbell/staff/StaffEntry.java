package cn.gridbell.staff;

import cn.gridbell.grid.StreetFiles;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.security.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code staff.csv}.
 *
 * @param number      1 to 32 letters, digits and hyphens
 * @param name        1 to 30 characters
 * @param roles       at least one
 * @param photoUrl    {@code https://…} or a path of this server, at most 500 characters
 * @param publicPhone the number residents may call
 */
record StaffEntry(
        String number,
        String name,
        Phone phone,
        Set<Role> roles,
        @Nullable String photoUrl,
        @Nullable Phone publicPhone) {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern PHOTO = Pattern.compile("(https://|/)[!-~]{1,491}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·. ]{1,30}");

    /** Empty if a cell cannot be taken; each is reported with its column and a Chinese sentence. */
    static Optional<StaffEntry> parse(StreetFiles.Row row, BiConsumer<String, String> bad) {
        String number = cell(row, "number");
        String name = cell(row, "name");
        Optional<Phone> phone = Phone.parse(cell(row, "phone"));
        Optional<Set<Role>> roles = roles(cell(row, "roles"));
        String photo = cell(row, "photo_url");
        Optional<Phone> publicPhone = Phone.parse(cell(row, "public_phone"));
        boolean good = check(NUMBER.matcher(number).matches(), bad, "number", "工号须为1到32个字母、数字或短横线。")
                & check(NAME.matcher(name).matches(), bad, "name", "姓名须为1到30个字。")
                & check(phone.isPresent(), bad, "phone", "手机号须为11位大陆手机号。")
                & check(roles.isPresent(), bad, "roles", "角色为空或不认识，多个角色用竖线分隔，例如 GRID_MEMBER|GRID_LEAD。")
                & check(
                        photo.isEmpty() || PHOTO.matcher(photo).matches(),
                        bad,
                        "photo_url",
                        "照片地址须以 https:// 或 / 开头，最多500个字符。")
                & check(
                        publicPhone.isPresent() || cell(row, "public_phone").isEmpty(),
                        bad,
                        "public_phone",
                        "公开电话须为11位大陆手机号，没有就留空。");
        return good
                ? Optional.of(new StaffEntry(
                        number,
                        name,
                        phone.orElseThrow(),
                        roles.orElseThrow(),
                        photo.isEmpty() ? null : photo,
                        publicPhone.orElse(null)))
                : Optional.empty();
    }

    private static boolean check(boolean good, BiConsumer<String, String> bad, String column, String reason) {
        if (!good) {
            bad.accept(column, reason);
        }
        return good;
    }

    private static Optional<Set<Role>> roles(String words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words.split("\\|", -1)) {
            try {
                roles.add(Role.valueOf(word.strip()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(roles);
    }

    private static String cell(StreetFiles.Row row, String column) {
        return row.cells().getOrDefault(column, "");
    }
}

package cn.gridbell.request;

import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Words and pictures that wait for a person before they become public. */
@RestController
@RequestMapping("/api/staff/content-reviews")
class ContentReviewController {

    private final ContentReviews reviews;

    ContentReviewController(ContentReviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.COMMUNITY, Role.STREET, Role.ADMIN})
    Page<ContentReview> waiting(Caller caller, PageRequest page) {
        return reviews.waiting(caller, page);
    }

    /** A second decision is refused (409), so that a repeated tap needs no key. */
    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.COMMUNITY, Role.STREET, Role.ADMIN})
    void decide(Caller caller, @PathVariable ContentReviewId id, @Valid @RequestBody DecideContentReview command) {
        reviews.decide(
                caller,
                id,
                Boolean.TRUE.equals(command.publish()),
                command.reason().strip());
    }
}

"""What the sign-in library says, in this system's words: short, and always with the remedy."""

from typing import Any

from flask import Flask
from flask_babel import lazy_gettext as _l

_NEW_LINK = _l(
    "This link is no longer valid: it was used, replaced or is too old. Ask your authority's administrator for a "
    "new one."
)
_WRONG = _l("The e-mail address, the password or the code is not right. Check each and try again.")
_WRONG_CODE = _l("The code is not right. Enter the code that your authenticator shows now.")
_TOO_LATE = _l("Too much time has passed. Start over.")

#: By the library's name of each message: the sentence, and the sort of notice.
MESSAGES: dict[str, tuple[Any, str]] = {
    "GENERIC_AUTHN_FAILED": (_WRONG, "error"),
    "INVALID_PASSWORD": (_l("The password is not right. Enter it again."), "error"),
    "INVALID_PASSWORD_CODE": (_l("The password or the code is not right. Enter it again."), "error"),
    "PASSWORD_NOT_PROVIDED": (_l("Enter your password"), "error"),
    "EMAIL_NOT_PROVIDED": (_l("Enter your e-mail address"), "error"),
    "INVALID_EMAIL_ADDRESS": (_l("Enter an e-mail address, such as name@example.org"), "error"),
    "DISABLED_ACCOUNT": (_WRONG, "error"),
    "UNAUTHENTICATED": (_l("Sign in to see this page."), "error"),
    "UNAUTHORIZED": (_l("This page belongs to another office than those you hold."), "error"),
    "LOGIN": (_l("Sign in to see this page."), "info"),
    "REFRESH": (_l("For this page, enter your password again."), "info"),
    "REAUTHENTICATION_REQUIRED": (_l("For this page, enter your password again."), "error"),
    "REAUTHENTICATION_SUCCESSFUL": (_l("Thank you: your password was right."), "info"),
    "ANONYMOUS_USER_REQUIRED": (_l("You are signed in already. Sign out first to do this."), "error"),
    "INVALID_RESET_PASSWORD_TOKEN": (_NEW_LINK, "error"),
    "PASSWORD_RESET_EXPIRED": (_NEW_LINK, "error"),
    "PASSWORD_RESET": (_l("Your password is set, and you are signed in."), "success"),
    "PASSWORD_RESET_NO_LOGIN": (_l("Your password is set. Sign in with it."), "success"),
    "PASSWORD_CHANGE": (_l("Your password is changed."), "success"),
    "PASSWORD_IS_THE_SAME": (_l("Choose a password other than the one you have."), "error"),
    "PASSWORD_MISMATCH": (_l("The two passwords are not alike. Type both again."), "error"),
    "RETYPE_PASSWORD_MISMATCH": (_l("The two passwords are not alike. Type both again."), "error"),
    "PASSWORD_INVALID_LENGTH": (_l("Choose a password of at least %(length)s characters."), "error"),
    "INVALID_CODE": (_WRONG_CODE, "error"),
    "TWO_FACTOR_INVALID_TOKEN": (_WRONG_CODE, "error"),
    "INVALID_RECOVERY_CODE": (_l("This recovery code is not right, or it was used. Each serves once."), "error"),
    "NO_RECOVERY_CODES_SETUP": (_l("You have no recovery codes yet."), "info"),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": (_l("You are signed in."), "success"),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": (_l("Your authenticator is set up."), "success"),
    "TWO_FACTOR_DISABLED": (_l("Signing in asks for no code any more."), "success"),
    "TWO_FACTOR_PERMISSION_DENIED": (_l("Enter your e-mail address and password first."), "error"),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": (_l("Choose from the answers listed."), "error"),
    "TWO_FACTOR_SETUP_EXPIRED": (_TOO_LATE, "error"),
}


def say(app: Flask) -> None:
    """Give the sign-in library these words; before it is bound to the application."""
    for name, message in MESSAGES.items():
        app.config.setdefault(f"SECURITY_MSG_{name}", message)

### Errors, and what is said beside them. Read only when one of them is told.

## Words and near names
error-near = {" "}(did you mean `{ $name }`?)
error-word-known = known: { $known }{ $hint }
error-id-hint = an id of Meta's has digits only, such as 104512345678901; a name or an address is no id
error-duration = write a time like 90s, 5m or 2h, up to a day
error-version = `{ $version }` is no Graph API version; write it like `v26.0`
error-address = { $problem }; write the address whole, such as https://example.com/webhook
error-address-no-server = { $address }: not the address of a web server

## Faults of TOML files
error-toml-near = {"; "}did you mean `{ $name }`?
error-toml-near-known = {"; "}did you mean `{ $name }`? Known: { $known }
error-toml-known = {"; "}known: { $known }
error-toml-unknown-key = unknown key { $key }{ $hint }
error-toml-unknown-value = unknown value `{ $value }`{ $hint }
error-toml-unknown-here = this value is not known here{ $hint }
error-toml-missing = the key `{ $key }` is missing
error-toml-duplicate = duplicate key
error-toml-type = this must be { $wanted }, not { $found }
error-toml-value = this does not fit here; it must be { $wanted }
error-toml-other = { $message }
error-toml-boolean = `true` or `false`
error-toml-list = a list
error-toml-table = a table
error-toml-quoted = a text in quotes
error-toml-text = a text
error-toml-count = a whole number, 0 or above
error-toml-whole = a whole number
error-toml-number = a number
error-toml-this = this
error-toml-id = an id in quotes
error-toml-date = a date such as 2026-11-01

## The file of tenants
error-tenant-unreadable = cannot read the tenant file { $path }
error-tenant-writable-by-others = the tenant file { $path } can be changed by other users of this machine, so nothing in it can be trusted; run `chmod go-w { $path }` first
error-tenant-of-another = the tenant file { $path } belongs to another user of this machine; if you trust it, name it with --config
error-tenant-unwritable = cannot write the tenant file { $path }
error-tenant-changed-meanwhile = the tenant file { $path } was changed by somebody else meanwhile; nothing was written, try again
error-tenant-being-written = another igdoctor is writing the tenant file { $path }, or is stuck with it; nothing was changed, try again in a moment
error-tenant-unknown-none = no tenant `{ $name }` in { $path }, which holds none yet; `igdoctor tenant add` adds one
error-tenant-unknown = no tenant `{ $name }` in { $path }{ $hint }; `igdoctor tenant list` shows all { $count }
error-tenant-not-toml = { $path }: not TOML
error-tenant-severity = { $key } is neither a check nor a cause of one{ $hint }
error-tenant-waiver-token = `token-valid` cannot be waived: without a token that works nothing can be checked
error-tenant-two-stdin = only one secret can come from standard input
error-tenant-day-to-come = nobody has seen anything on a day to come
error-tenant-name = a tenant's name begins with a letter or digit and has letters, digits, `-`, `_` and `.` only, at most 64 of them, such as casa-azul
error-tenant-flow = { $platform } offers only: { $flows }
error-tenant-no-check = no such check{ $hint }; `igdoctor list` shows all
error-tenant-nothing-to-see = `{ $check }` is nothing that a person can see
error-tenant-no-question = no such question{ $hint }; known: { $known }
error-tenant-no-platform = no such platform{ $hint }; or write the path of a file of your own, which ends in .toml
error-tenant-address = not the address of a web server; write it whole, such as https://example.com/webhook
error-tenant-empty = must not be empty
error-tenant-field = a webhook field has lower-case letters and underscores only, such as message_reactions
error-tenant-date = not a date; write it like 2026-11-01, or with a time like 2026-11-01T09:30:00Z
error-tenant-said-flow = { $said ->
    [tenant] the tenant's flow
   *[flag] { $flag }
} { $flow }: { $problem }
error-tenant-token-flow = the token is one of { $flow } login, but { $problem }
error-tenant-question = the tenant's confirmations name the question { $question }, which its platform file does not have
error-tenant-no-folder = this account has no configuration folder; say where the file is to be: --config igdoctor.toml
error-tenant-exists = there is a tenant { $name } already; `igdoctor tenant show { $name }` shows it
error-tenant-name-missing = the tenant's name is missing: igdoctor tenant add NAME
error-tenant-which-platform = which platform? add --platform ID; igdoctor list --platforms shows the ids
error-tenant-flow-not-offered = --flow { $flow }: { $platform } does not offer it
error-tenant-secret-way = --secret: write it like token=env:NAME, app_secret=file:PATH or verify_token=keyring
error-tenant-secret-unknown = --secret: there is no such secret; known: { $known }
error-tenant-remove-nobody = nobody is there to be asked; add --yes to remove { $tenant } from { $path }

## Files of platforms
error-platform-unknown = unknown platform `{ $id }`{ $hint }; known: { $known }. A path to a file of your own works too
error-platform-unreadable = cannot read the platform file { $path }
error-platform-no-flows = `flows` is empty; name `facebook`, `instagram` or both
error-platform-flow-table = `flows` names `{ $flow }`, but there is no table `[{ $flow }]`
error-platform-no-permissions = an empty list of permissions can never be granted; leave it out
error-platform-field-both = this field stands in `webhook_fields` too; it can be needed or may be off, not both
error-platform-min-max = `min` ({ $min }) is above `max` ({ $max })
error-platform-address = this is not the address of a web server; it begins with https://
error-platform-no-check = { $id } is no check{ $hint }
error-platform-twice = `{ $id }` stands here twice
error-platform-question = the name of a question is a word of its own: not empty, no number, and given once
error-platform-no-cause-of = { $cause } is no cause of the check `{ $check }`{ $hint }
error-platform-no-cause-there = { $cause } is no cause of `platform-reachable` or `agents-online`{ $hint }
error-platform-wanted = `true`, `false`, a whole number or a text
error-platform-pointer = this is no JSON pointer; it begins with `/`, as in `/config/online`
error-platform-expect = one of `is`, `at_least` and `same_site` must say what the value is to be, and only one
error-platform-probe-id = the name of a question to the platform's address must not be empty, and is given once
error-platform-probe-path = this is no path below the platform's address; it begins without `/` and has no query
error-platform-probe-status = this is no HTTP status; it lies between 100 and 599
error-platform-probe-page = a page is not read: it has no `expect`, and `when_elsewhere` says what a redirect to another site means
error-platform-probe-first = the first question needs `when_not`: it says what it means if the platform does not answer
error-platform-probe-nothing = this question tells nothing; it needs `when_not`, `when_elsewhere` or `[[probe.expect]]`
error-platform-probe-earlier = { $name } is no question before this one{ $hint }
error-platform-no-cause = { $cause } is no cause{ $hint }
error-platform-no-text = the text itself is missing; give it as `en`, `pt-BR` or `ru`
error-platform-no-key = this file has no key { $key }{ $hint }
error-platform-no-source = { $name } is no source{ $hint }

## Secrets
-other-ways = let it come from elsewhere, as igdoctor.toml names it: {"{"} env = "NAME" {"}"}, {"{"} file = "PATH" {"}"} or {"{"} command = ["PROGRAM", …] {"}"}
secret-place-environment = the environment variable { $name }
secret-place-stdin = standard input
secret-place-file = the file { $name }
secret-place-keyring = the keyring entry { $name }
secret-place-command = the command { $name }
secret-place-pasted = the address
secret-waiting = waiting for your keyring to be unlocked …
secret-variable-unused = { $variable } is set, but { $tenant } takes its { $what ->
    [app_secret] app secret
    [instagram_app_secret] instagram app secret
    [verify_token] verify token
   *[token] token
} from { $source }; it is not used
error-secret-unreadable = cannot read the file { $path }
error-secret-readable-by-others = the file { $path } can be read by other users of this machine; run `chmod 600 { $path }` first
error-secret-unwritable = cannot write the file { $path }
error-secret-no-folder = the file { $path } cannot be written: its folder does not exist; create it first
error-secret-empty = { $source } holds no token: it is empty
error-secret-malformed = { $source } holds characters that no token has (a line break, a space or a control character inside); copy it again
error-secret-too-large = { $source } holds more than any token: over { $limit } KiB
error-secret-bad-document = { $source } begins with a brace, but is no token that igdoctor stored; store it again
error-secret-unset = the environment variable { $name }, which { $what ->
    [app_secret] the app's secret
    [instagram_app_secret] the Instagram app's secret
    [verify_token] the verify token
   *[token] the token
} is to come from, is not set
error-secret-stdin = cannot read the token from standard input
error-secret-cannot-store = igdoctor cannot keep a token in { $source }: { $why ->
    [environment] whoever starts igdoctor sets it
    [command] what the program prints is kept by the program
   *[stdin] it is only read
}; name {"{"} keyring = "…" {"}"} or {"{"} file = "…" {"}"} instead
error-secret-cannot-delete = igdoctor cannot remove the token from { $source }: { $why ->
    [environment] whoever starts igdoctor sets it
    [command] what the program prints is kept by the program
   *[stdin] it is only read
}
error-secret-no-keyring = this machine has no keyring that igdoctor can use ({ $reason }); { -other-ways }
error-secret-locked = the keyring is locked; unlock it and try again, or { -other-ways }
error-secret-dismissed = the keyring is locked, and unlocking it was refused or could not be asked for; unlock it and try again, or { -other-ways }
error-secret-timed-out = the keyring did not answer within { $seconds } seconds; unlock it and try again, or { -other-ways }
error-secret-not-in-keyring = the keyring has no entry { $name } of igdoctor's
error-secret-several-in-keyring = the keyring has several entries { $name } of igdoctor's; remove all but one in the system's keyring program
error-secret-keyring = the keyring cannot be used: { $reason }
error-secret-no-such-command = the command { $program } was not found; give its whole path, or install it
error-secret-not-started = the command { $program } cannot be started
error-secret-failed = the command { $program } failed (exit status: { $code }){ $said }
error-secret-killed = the command { $program } failed ({ $status }){ $said }
error-secret-too-slow = the command { $program } did not finish within { $seconds } seconds and was ended; give it longer: timeout = "2m"
error-keyring-broke-off = its library broke off
error-keyring-none-set-up = none was set up
error-keyring-no-collection = it has no default collection
error-keyring-too-long = the token or the name { $name } is too long for it
error-keyring-no-such-name = it takes no entry of the name { $name }
error-keyring-cannot = it cannot do this
error-keyring-none-known = none is known for this system
error-keyring-not-opened = it could not be opened

## Where a secret comes from, as a tenant's file says it
error-source-not-here = a secret does not belong in this file; say where it comes from, such as {"{"} env = "NAME" {"}"} or {"{"} keyring = "…" {"}"}
error-source-ways = write exactly one of env = "NAME", stdin = true, file = "PATH", keyring = "NAME", command = ["PROGRAM", "ARGUMENT"]
error-source-unknown-key = unknown key{ $hint }; write exactly one of env = "NAME", stdin = true, file = "PATH", keyring = "NAME", command = ["PROGRAM", "ARGUMENT"]
error-source-others = readable_by_others goes with file = "PATH" only
error-source-timeout-alone = timeout goes with command = ["PROGRAM"] only
error-source-stdin = write stdin = true, or name another way
error-source-env = write the name of an environment variable: letters, digits and _, no digit first, such as env = "CASA_AZUL_TOKEN"
error-source-file = write the path of a file, such as file = "~/casa-azul.token"
error-source-others-value = write readable_by_others = true or false
error-source-keyring = write the name of a keyring entry, such as keyring = "casa-azul/token"
error-source-command = write a program and its arguments, each in quotes of its own, such as command = ["vault", "kv", "get", "-field=token", "secret/casa-azul"]
error-source-timeout = write a time from 1s to 5m, such as timeout = "30s"

## Meta's answers
error-graph-refused = Meta refused: { $message } ({ $code }/{ $subcode })
error-graph-unreachable = Meta could not be reached ({ $detail })
error-graph-unreadable = Meta's answer could not be read ({ $detail })
error-graph-no-certificates = this machine has no certificates to trust anybody by ({ $detail })
error-graph-time-limit = Meta did not answer in time ({ $detail })
error-graph-code = Meta's error { $code }: { $message }
error-graph-no-answer = Meta gave no readable answer: { $detail }
error-several-pages = the token has several Pages; name the right one with --page: { $pages }
error-randomness = this machine has no source of randomness: { $error }

## What comes back from a login
error-return-unrecognized = this is not the address at which a login ends: no code and no token is in it
error-return-missing-state = the address has no `state`: it was not copied whole
error-return-wrong-state = the address belongs to another login: its `state` is a different one
error-return-declined = the login was declined ({ $reason })
error-return-failed = the login failed: { $message }

## Questions at the terminal
error-prompt-closed = the input ended before the question was answered
error-prompt-left = nothing was chosen
error-prompt-terminal = the terminal cannot be used to ask

## Saved evidence
error-evidence-unreadable = cannot read the evidence file { $path }
error-evidence-invalid = { $path } is no evidence file of igdoctor
error-evidence-newer = { $path } was written by a newer igdoctor (format { $found }, this one knows { $known }); use a newer igdoctor

## The journal
error-journal-no-folder = there is no folder for the journal; set IGDOCTOR_STATE_DIR to one
error-journal-io = cannot use the journal { $path }
error-journal-broken = the journal { $path } cannot be read at line { $line }; nothing was changed. Move it away to begin a new one
error-journal-busy = another repair of this tenant is going on (process { $process }); wait until it ends

## All commands
error-broken-build = igdoctor was built from broken files: { $error }
error-own-fault = igdoctor: a fault of its own at { $place }
error-no-ordinary-file = it is no ordinary file
error-io-not-found = No such file or directory (os error { $code })
error-io-permission = Permission denied (os error { $code })
error-io-directory = Is a directory (os error { $code })
error-io-not-directory = Not a directory (os error { $code })
error-io-full = No space left on device (os error { $code })
error-io-read-only = Read-only file system (os error { $code })
error-io-in-use = Address already in use (os error { $code })
error-cannot-start = cannot start
error-cannot-write = cannot write { $path }
error-flag-cannot-write = { $flag }: cannot write { $path }
error-cannot-write-stdout = cannot write to standard output
error-unknown-check = { $flag }: unknown check `{ $id }`{ $hint }; `igdoctor list` shows all
error-only-and-skip = `{ $check }` stands in both --only and --skip; leave it out of one of them
error-unknown-part = --with: nothing is opt-in by the name `{ $id }`; known: { $known }

## Whom a command is about
error-no-file = there is no igdoctor.toml, neither in this folder nor in your configuration folder. Make one:
    {"  "}igdoctor tenant add NAME
error-which-tenant = { $more ->
    [0] which tenant? Name one: { $names }
   *[other] which tenant? Name one: { $names }; `igdoctor tenant list` shows { $more } more
}
error-which-tenant-of = { $more ->
    [0] which tenant? { $path } has { $count }: { $names }. Name one, or take --all
   *[other] which tenant? { $path } has { $count }: { $names } and { $more } more, which `igdoctor tenant list` shows. Name one, or take --all
}
error-no-app = { $what ->
    [instagram_app_secret] the Instagram app's secret
   *[app_secret] the app's secret
} is given ({ $source }), but not which app it belongs to; add { $flag } ID, or `{ $key } = "ID"` to the tenant
error-graph-url-readable = --graph-url { $url }: a token would travel readable; use https, or http on this machine (127.0.0.1, [::1], localhost)
error-graph-url-bare = --graph-url { $url }: leave out user, password and query

## Checking
error-check-begin = no tenant and no token. Three ways to begin:
    {"  "}See it work, without an account:
    {"    "}igdoctor check --sandbox connected-tools-off
    {"  "}Without a token: probe what is public, and list what a person must look at:
    {"    "}igdoctor check --platform ID --no-token          (igdoctor list --platforms shows the ids)
    {"  "}With a token: name the connection once, store its token, check it from then on:
    {"    "}igdoctor tenant add NAME
    {"    "}igdoctor auth login NAME
    {"    "}igdoctor check NAME
    For a single check, the token may also come from IGDOCTOR_TOKEN, --token-file FILE or --token-stdin.
error-check-no-token = no token for { $tenant }: IGDOCTOR_TOKEN is not set{ $why }
    Give one:
    {"  "}igdoctor auth login { $tenant }
    Or check without: igdoctor check { $tenant } --no-token
error-repair-begin = no tenant and no token. Three ways to begin:
    {"  "}See it work, without an account:
    {"    "}igdoctor repair --sandbox connected-tools-off
    {"  "}Without a token: walk through the platform's guide, question by question, at a terminal:
    {"    "}igdoctor repair --platform ID --no-token          (igdoctor list --platforms shows the ids)
    {"  "}With a token: name the connection once, store its token, mend it from then on:
    {"    "}igdoctor tenant add NAME
    {"    "}igdoctor auth login NAME
    {"    "}igdoctor repair NAME
error-repair-tenant-no-token = no token for { $tenant }: IGDOCTOR_TOKEN is not set{ $why }
    Give one:
    {"  "}igdoctor auth login { $tenant }
    Or walk through the guide without, at a terminal: igdoctor repair { $tenant } --no-token
error-undo-begin = no tenant and no token. Whose change is to be taken back?
    {"  "}igdoctor tenant list          shows the tenants
    {"  "}igdoctor undo NAME --list     shows the changes of one
    {"  "}igdoctor undo NAME            takes back the last of them
error-undo-no-token = no token for { $tenant }: IGDOCTOR_TOKEN is not set{ $why }. Without one Meta takes nothing back
    Give one:
    {"  "}igdoctor auth login { $tenant }
    The list of changes needs none: igdoctor undo { $tenant } --list
error-check-name-one = { $error }; name a tenant, or take --all
error-all-one-tenant = { $flag } is about one tenant; leave it out, or name the tenant in place of --all
error-all-none = { $path } holds no tenant; `igdoctor tenant add` adds one
error-all-variable = { $variable } is set, but it cannot be right for every tenant; unset it, or name it as the source of the tenant it belongs to
error-all-stdin = the { $what } of { $tenant } comes from standard input, which --all cannot share out
error-all-no-token = no token{ $why }; `igdoctor auth login { $tenant }` stores one

## Tokens
error-auth-no-tenant = no tenant
error-auth-name-tenant = a token is kept under the name of a tenant. Name one:
    {"  "}igdoctor auth login NAME
    Or make one first:
    {"  "}igdoctor tenant add NAME
error-auth-no-place = this tenant has no place for a token
error-auth-elsewhere = { $tenant } takes its token from { $source }, which igdoctor cannot write. Put the token there yourself, or let the tenant keep it elsewhere: secrets.token = {"{"} keyring = "{ $tenant }/token" {"}"}
error-auth-interrupted = { $what }: interrupted; whether Meta did it is not known
error-auth-not-seen-to-work = the new token was not seen to work, so the old one stays where it is. The new one lies in { $path }, which only you can read
error-auth-not-renewed = the token could not be renewed; the old one stays
error-auth-not-exchanged = the token could not be exchanged; the old one stays
error-auth-page-token = the stored token is a Page's; it is not renewed but made anew by logging in:
    {"  "}igdoctor auth login { $tenant }
error-auth-needs-app = a token of Facebook Login is exchanged with the app's id and secret; give app and secrets.app_secret to { $tenant }, or log in again: igdoctor auth login { $tenant }
error-auth-no-folder = there is no folder to hand the token over in
error-auth-folder = { $path } cannot be made
error-auth-not-handed-over = the token could not be handed over
error-loopback-port = --loopback { $port }: this port cannot be had
error-loopback-ended = the server for the login ended
error-loopback-failed = the server for the login failed
error-loopback-patience = nobody logged in within { $minutes } minutes; start again
error-interrupted-not-stored = interrupted; nothing was stored
error-interrupted-not-changed = interrupted; nothing was changed
error-interrupted-not-known = interrupted; what Meta says of it is not known
error-interrupted-no-more = interrupted; nothing more was changed
login-page-done = igdoctor has what it needs. You can close this page.
login-page-other = This is not the answer that igdoctor waits for.
error-browser-loopback = --loopback needs the app's secret, which turns the browser's answer into a token; without it, leave --loopback out
error-browser-instagram = logging in through the browser needs the Instagram app's secret, which turns the browser's answer into a token; give it, or paste a token that the App Dashboard generated
error-browser-nobody = nobody is there to paste the browser's answer; use --loopback, or --token-stdin
error-browser-needs-app = logging in through the browser needs { $flow ->
    [instagram] the id of the Instagram app: add --instagram-app ID, or instagram_app = "ID" to the tenant
   *[facebook] the id of the Meta app: add --app ID, or app = "ID" to the tenant
}. Customers log in inside the messaging platform instead
error-browser-where = where does the browser end? Add --redirect-url URL, or login.redirect_url to the tenant: one of the addresses that the app lists
error-browser-forged = { $error }. Nothing was stored: it may be forged. Start again, and paste the address of that login, whole
error-browser-refused = Meta's login page refused: { $message }{ $code }
error-browser-not-turned = the browser's answer could not be turned into a token
error-browser-not-lengthened = the token could not be exchanged for one that lives long
error-refresh-none = there is no token of { $tenant } to renew; igdoctor auth login { $tenant } stores one
error-refresh-dead = Meta does not take the stored token any more, and a dead token cannot be renewed. Log in again:
    {"  "}igdoctor auth login { $tenant }
error-refresh-untold = Meta could not tell about the stored token, so it was not renewed; try again later
error-refresh-not-kept = the new token works, but could not be kept in { $place }: { $error }
    The old one is still there. The new one lies in { $path }, which only you can read. Put it where it belongs, then delete that file
error-login-cannot-keep = the token of { $tenant } could not be kept
error-login-nobody = nobody is there to paste a token; give it with --token-stdin or --token-file FILE
error-login-handed-over = the token could not be kept in { $place }: { $error }
    So that it is not lost, it lies in { $path }, which only you can read. Put it where it belongs, then delete that file

## Mending and taking back
error-repair-nobody = nobody is there to be asked; add --yes to apply what is safe, or --dry-run to see it
error-repair-json = --format { $format } is not for a guided repair; add --yes, or --dry-run
error-repair-only = --only names nothing that is broken; other things are
error-repair-keep-answer = the answer cannot be kept for another day
error-repair-take-back = the answer cannot be taken back
error-repair-drop-answers = earlier answers cannot be dropped
error-repair-journal-folder = cannot make a folder for the journal
error-repair-no-folder = there is no folder to keep the progress in; set IGDOCTOR_STATE_DIR to one
error-repair-needs-token = a change needs a token
error-repair-no-token = there is no token to renew
error-repair-no-change = nothing to change
error-repair-app-name = --confirm-app: the app is named “{ $app }”
error-repair-confirm-app = this concerns every customer of the app “{ $app }”; to confirm, add --confirm-app '{ $app }'
error-repair-no-app = this change concerns no app
error-undo-unknown = there is no change { $id }; igdoctor undo { $tenant } --list shows all
error-undo-nothing = there is nothing of { $tenant } to take back
error-undo-cannot = { $id } cannot be taken back: it { $state ->
    [not-made] was never made
    [undone] was taken back already
    [token] is a renewed token, which stays renewed
   *[open] was interrupted, and what became of it cannot be read now
}
error-undo-nobody = nobody is there to be asked; add --yes to take it back
error-undo-named = a change is named TENANT:NUMBER, such as casa-azul:3; igdoctor undo { $tenant } --list shows them

## The sandbox
error-sandbox-unknown = unknown world `{ $name }`{ $hint }; `igdoctor sandbox list` shows all
error-sandbox-fault = write it as PATH=WHAT, for example /conversations=throttle (an empty path is every call); WHAT is one of: { $known }
error-sandbox-start = cannot start the sandbox
error-sandbox-port = cannot serve on port { $port }
error-sandbox-listen = the sandbox cannot listen on this machine: { $error }
error-sandbox-certificate = the sandbox cannot make a certificate: { $error }
error-sandbox-tls = the sandbox cannot use its certificate: { $error }
error-sandbox-address = the sandbox has no valid address: { $error }
error-sandbox-ended = the sandbox ended before it was ready
sandbox-served = { $world } is served at { $url }. Nothing here is a real secret. Ctrl-C ends it.
sandbox-calls = { $calls } calls in { $rounds } rounds

## What `tenant show` says of values
tenant-from-tenant = tenant
tenant-from-platform = platform
tenant-from-token = token
tenant-from-default = default
tenant-flow-open = { $flow }, unless the token is one of another login
tenant-any-of = { $one } or { $other }
tenant-waiver = until { $until }, { $author }: { $reason }
tenant-seen = { $answer ->
    [yes] yes
   *[no] no
}, { $by } on { $at }
tenant-file-head = Tenants of igdoctor. No secret belongs here, only where each comes from.

## Explaining, forms of a report, completion
error-explain-nothing = nothing to explain: give an id, a cause, a symptom, or an error
error-explain-not-text = this is not text: give the error as text in UTF-8, not a picture, an archive or another file
error-cannot-read-stdin = cannot read standard input
error-stdin-taken = standard input can be read once only, and something else reads it already
error-format-plain = --format { $format }: repair without --dry-run has human and json only
error-step-summary = GITHUB_STEP_SUMMARY: cannot write the summary: { $error }
error-shell-not-built-in = there is no completion for this shell

## One reply
error-message-thread = give the id of the conversation, or the customer's id from the webhook, which has digits only
error-message-thread-kind = --thread is about a direct message; it cannot go with --kind { $kind }
error-message-alike = the reply itself counts, so it is 1 at least
error-message-no-comment = --kind comment answers a comment, so the customer has written: --last-inbound never does not go with it
error-message-needs-thread = { $flag } is of use with --thread only; without it nobody is asked
error-message-stdin-twice = standard input cannot hold both the token and the text
error-message-world = in the world { $world } nobody holds a token, so no conversation can be read
error-message-begin = no token, and --thread asks Meta. Two ways on:
    {"  "}With a token, in IGDOCTOR_TOKEN, --token-file or --token-stdin:
    {"    "}igdoctor message --thread ID --platform hunion --page 104512345678901
    {"  "}Without one: look when the customer last wrote, and give it:
    {"    "}igdoctor message --last-inbound 2026-11-20T21:12:00Z
error-message-no-token = no token for { $tenant }: IGDOCTOR_TOKEN is not set{ $why }
    Give one:
    {"  "}igdoctor auth login { $tenant }
    Or without: look when the customer last wrote, and give it with --last-inbound instead of --thread
error-message-time = give a time such as 2026-11-20T21:12:00Z, or never
error-message-future = --last-inbound { $time } is in the future; check the time and its zone
error-message-empty = { $flag } holds no text
error-message-file = cannot read { $flag } { $path }
error-message-no-file = { $flag } { $path } is no ordinary file
error-message-too-long = { $flag } { $path } has more than { $megabytes } MB; no reply is that long
error-message-no-text = { $flag } { $path } is not text in UTF-8
error-message-tag = Meta knows no message tag { $tag } for Instagram{ $hint }; known: { $known }

## Webhook requests
error-webhook-file = cannot read { $path }
error-webhook-too-long = { $path } has more than { $megabytes } MB; Meta sends far less
error-webhook-header = --header wants a name and a value, as in 'X-Hub-Signature-256: sha256=…'
error-webhook-stdin-twice = standard input cannot hold both the headers and the body

## Listening for webhooks
error-listen-address = write where to listen as 127.0.0.1:8080, [::1]:8080, or as a port alone, such as 8080, which only this machine reaches
error-listen-in-use = another program listens at { $address } already; end it, or choose another port
error-listen-refused = cannot listen at { $address }: { $error }
error-listen-no-secret = without the app's secret nothing that comes can be believed; give IGDOCTOR_APP_SECRET or IGDOCTOR_INSTAGRAM_APP_SECRET
error-listen-thread = cannot start listening: { $error }

## Following a message
error-trace-begin = no tenant and no token: a message can be followed only with a token, or with --no-token and --listen.
    {"  "}See it work, without an account:
    {"    "}igdoctor trace --sandbox message-arrives
    {"  "}The token comes from IGDOCTOR_TOKEN, --token-file, --token-stdin, the keyring or a tenant of igdoctor.toml.
error-trace-no-token = no token for { $tenant }: IGDOCTOR_TOKEN is not set{ $why }
    Give one:
    {"  "}igdoctor auth login { $tenant }
error-trace-blind = --no-token: without a token nothing of Meta's can be watched; give --listen as well, or a token
error-trace-self-token = --self: without a token the account cannot write to itself
error-trace-consent = --self sends a message from the account to itself, and nobody is here to agree; add --yes if it may
error-trace-skip = --skip { $check }: this is what a trace is for
error-same-file = { $one } and { $other } name the same file, { $path }: what one of them holds would be lost
error-check-traced = { $flag } { $check }: a check follows no real message; igdoctor trace does

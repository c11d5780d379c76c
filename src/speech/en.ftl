### Strings of the interface. The words of a check stand in its own file.

## Whom a text is about
about-account = @{ $name }
about-account-unknown = the Instagram account
about-page = the Page “{ $name }”
about-page-unknown = the Page
about-app = the app “{ $name }”
about-app-unknown = the platform's app
about-platform = { $name }
about-platform-own = your own app
about-platform-any = the platform
about-reconnect-any = In the platform, connect the Instagram account again.

## Dates
date = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }, { $year }

## Outcomes
outcome-pass = pass
outcome-warn = warn
outcome-fail = fail
outcome-unknown = unknown
outcome-ask = ask
outcome-skipped = skipped
outcome-waived = waived

## Areas
area-access = Access
area-account = Instagram account
area-page = Page
area-app = App
area-webhook = Webhook
area-platform = Platform
area-messages = Messages
area-reply = Reply

## Who can mend it
actor-account-owner = the owner of the Instagram account
actor-page-admin = an admin of the Facebook Page
actor-app-developer = a developer of the Meta app
actor-platform-operator = whoever runs the platform
actor-meta = Meta
actor-igdoctor = the makers of igdoctor

## Why something is skipped
because-request = left out by --skip
because-opt-in = only on request
because-platform = this platform has no such thing
because-flow = this way of connecting has no such thing
because-check = not checked because of { $check }
because-access-none = needs a token
because-access-app = needs the app's id and secret
because-access-more = what we hold does not show it
because-config = nothing to compare with was given
because-usage = Meta's limits are near
because-interrupted = interrupted before it was checked

## The human report
head-access-none = no token
head-access-token = token
head-access-app = token and secret
head-flow-facebook = Facebook Login
head-flow-instagram = Instagram Login
path-title = Message path
path-stops = messages stop here
path-open = nothing broken was seen, as far as one can see from here
path-person = only a person can see how this path stands
path-clear = nothing broken was seen on the way
path-lost = nothing broken was seen on the way, and yet messages get lost
column-check = check
column-outcome = outcome
column-says = statement, or why it was not checked
found-by-person = { $by ->
    [none] a person
   *[other] { $by }
} saw it{ $at ->
    [none] {""}
   *[other] {" "}on { $at }
}
found-by-thumb = by a rule of thumb: at least three different people wrote, and Meta shows one of them
findings-symptom = “{ $symptom }”: what is likeliest to be behind it comes first.
finding-why = Why it matters
finding-who = Who can mend it
finding-also = Also
finding-more = More
evidence-error = Meta's error { $code }
evidence-trace = trace { $trace }
evidence-ms = { $stage } { $ms } ms
finding-evidence = Evidence
finding-mend = igdoctor can mend this
finding-next = Then check again
findings-title = { $count ->
    [one] One finding
   *[other] { $count } findings
}
unknown-title = { $count ->
    [one] One thing could not be told
   *[other] { $count } things could not be told
}
waived-title = { $count ->
    [one] One finding that somebody accepts
   *[other] { $count } findings that somebody accepts
}
waived-by = accepted by { $author } until { $until }: { $reason }
ask-title = { $count ->
    [one] One thing that only a person can see
   *[other] { $count } things that only a person can see
}
open-title = { $count ->
    [one] One thing is left open
   *[other] { $count } things are left open
}
walk-title = { $count ->
    [one] One thing to look at; it should be true
   *[other] { $count } things to look at, in this order; each should be true
}
pages-title = Pages
pages-page = Page
pages-granted = granted
pages-linked = linked
pages-expected = expected
yes = yes
no = no
notes-title = Notes
close-healthy = Healthy
close-healthy-warnings = Healthy, with warnings
close-nothing = Nothing was checked
close-findings = Something is broken
close-findings-warning = There are warnings
close-inconclusive = Could not be told for sure
close-interrupted = Interrupted
close-counts = { $pass } passed, { $warn } warned, { $fail } failed, { $unknown } unknown, { $ask } to look at, { $skipped } skipped{ $waived ->
    [0] {""}
   *[other] , { $waived } waived
}
close-secret = { $count ->
    [one] One check needs
   *[other] { $count } checks need
} the app's id and secret (--app and IGDOCTOR_APP_SECRET, or `app` and `secrets.app_secret` of a tenant).
close-time = { $calls ->
    [0] no calls to Meta
    [one] 1 call to Meta
   *[other] { $calls } calls to Meta
} in { $seconds } s
close-not-checked = Not checked: { $checks }
close-saved = The report is in { $path }.

## Notes
note-usage = Meta's limits are near ({ $percent } % used), so these were not asked: { $questions }.
note-graph-version = Meta answered with version { $answered } though { $requested } was asked for: the requested one has probably ended.
note-callback-probe = The callback address was asked from this machine, directly. A filter that lets only Meta in or keeps only Meta out cannot be seen from here.
note-online-unproven = That somebody is online is what the platform says of itself. It is no proof of a person: a bot, or the option to accept chats with no agents, counts as online too. Only the list of agents shows who is there.
note-events-unsent = No signed events were sent to the callback address: only somebody who holds the app secret can sign them.
note-routing-status = Meta's own status of conversation routing is { $status }. What it means is not documented; Meta's support may ask for it.
note-provider-app-restricted = All { $count } tenants of the app { $app } fail at { $check } for the same reason ({ $cause }). It lies with the app, not with the tenants: whoever runs the app must mend it, once for all.
note-tenant-not-checked = { $tenant } could not be checked: { $why }
note-tenants-left = Interrupted before these were checked: { $tenants }
note-waiver-invalid = { $problem ->
    [expired] The waiver of { $check } ended on { $until }. What it accepted counts again.
    [unknown-check] A waiver names the check “{ $check }”, which does not exist{ $hint ->
        [none] {""}
       *[other] {" "}(did you mean “{ $hint }”?)
    }. It accepts nothing.
   *[unknown-cause] The waiver of { $check } names the cause “{ $cause }”, which does not exist{ $hint ->
        [none] {""}
       *[other] {" "}(did you mean “{ $hint }”?)
    }. It accepts nothing.
}
note-waiver-unused = The waiver of { $check }{ $cause ->
    [none] {""}
   *[other] {" "}for { $cause }
} accepts nothing at present; perhaps it can go.
note-answer-old = What was seen about { $check } on { $at } is more than 90 days ago and counts no more. Look again.
note-standby-off = The webhook field `standby` is off. While another app is the default app, messages may come only through that field.

## Reports for CI servers and tickets
summary-cut = This summary is not whole: GitHub shows no more than 1 MiB. Another form of the report shows all.
github-more = { $count ->
    [one] One more is not shown here; another form of the report shows all.
   *[other] { $count } more are not shown here; another form of the report shows all.
}
ticket-page = Facebook Page
ticket-account = Instagram account
ticket-flow = connected by
ticket-access = checked with
ticket-checked = checked at
ticket-version = Graph API
ticket-tool = program
ticket-checks = Checks

## Many tenants
all-tenant = tenant
all-verdict = result
all-what = what was found
all-healthy = healthy
all-warnings = healthy, with warnings
all-findings = broken
all-findings-warning = warnings
all-inconclusive = could not be told
all-interrupted = interrupted
all-failed = not checked
all-asks = { $count ->
    [0] {""}
    [one] 1 thing to look at
   *[other] { $count } things to look at
}
all-closing = { $count ->
    [one] One tenant
   *[other] { $count } tenants
}: { $healthy } healthy, { $findings } with findings, { $inconclusive } that could not be told{ $interrupted ->
    [0] {""}
   *[other] , { $interrupted } interrupted
}{ $failed ->
    [0] {""}
   *[other] , { $failed } not checked
}

## The page
page-skip = Skip to the report
page-language = Language
page-foot = Written by igdoctor. This page loads nothing from elsewhere and sends nothing anywhere.
page-tenants = Tenants
page-contents = On this page
page-stops-account = Messages stop at the Instagram account
page-stops-page = Messages stop at the Page
page-stops-app = Messages stop at the app
page-stops-webhook = Messages stop at the webhook
page-stops-platform = Messages stop at the platform
page-access-broken = Something is wrong with the access
page-platform = Platform
page-connection = Connection
page-account = Instagram account
page-checked = Checked
page-everyone = everyone
page-found = What was found
page-steps = What to do
page-unknown = What could not be told
page-asks = What only a person can see
page-open = What is left open
page-walk = To look at, in this order; each should be true
page-waived = What somebody accepts
page-accepted-by = Accepted by
page-accepted-until = Until
page-accepted-why = Reason
page-checks = All checks
page-checks-all = Each check with its outcome

## Tenants
tenant-name = tenant
tenant-platform = platform
tenant-id = Page or account
tenant-token = token from
tenant-key = setting
tenant-value = value
tenant-from = from
tenant-unset = Not set: { $keys }
tenant-variable-unused = { $variable } is set, but not used: { $tenant } takes it from elsewhere.
tenant-closing = { $count ->
    [one] One tenant
   *[other] { $count } tenants
} in { $path }.
tenant-no-tenants = { $path } holds no tenant yet. Add one:
    igdoctor tenant add
tenant-ask-name = Name of the tenant, such as casa-azul
tenant-ask-platform = Which messaging platform?
tenant-ask-flow = How was the account connected?
tenant-ask-page = Id of the Facebook Page, digits only (Enter leaves it out)
tenant-ask-instagram = Id of the Instagram account, 1784… (Enter leaves it out)
tenant-ask-app = Id of your Meta app (Enter leaves it out)
tenant-ask-instagram-app = Id of its Instagram app (Enter leaves it out)
tenant-added = { $tenant } is in { $path }.
    Store its token:        igdoctor auth login { $tenant }
    Check it:               igdoctor check { $tenant }
    Without a token:        igdoctor check { $tenant } --no-token
tenant-remove-ask = Remove { $tenant } from { $path }, and its secrets from the keyring?
tenant-removed = { $tenant } is no longer in { $path }, and the keyring holds nothing of it.
tenant-kept = Nothing was removed.

## Logging in
login-ask-tenant = Which tenant?
login-paste-token = Paste the token
login-open = Open this address in a browser, log in and agree:
login-waiting = Waiting for the browser …
login-paste-address = Paste the address at which the browser ended, whole
login-short = The token ends in about an hour: only with the app's secret can it be exchanged for one that lives long.
login-exchanged = It was a short-lived token; it has been exchanged for a long-lived one.
login-kept = The token of { $tenant } is kept in { $place }{ $until ->
    [none] .
   *[other] {" "}and ends on { $until }.
}
login-renewed = { $tenant } has a new token, kept in { $place }{ $until ->
    [none] .
   *[other] ; it ends on { $until }.
}
login-not-kept-foreign = The token was not kept: it is not the one that belongs here. (--anyway keeps it all the same.)
login-not-kept-dead = The token was not kept: Meta does not take it.
login-never-ends = The token of { $tenant } never ends, so there is nothing to renew.
login-not-kept-unknown = The token was not kept, because it could not be found out what it is. Try again once that works, or add --anyway.
login-again = Not granted: { $permissions }. Log in once more to ask for it?
login-lacking = Missing: { $permissions }. Only the person's consent brings it, at a new login:
    igdoctor auth login { $tenant } --browser --rerequest
login-lacking-elsewhere = Missing: { $permissions }. Only the person's consent brings it, where the token was made.
status-tenant = tenant
status-source = token from
status-token = token
status-none = none
status-why = reason
status-kind = whose
status-of-page = of a Page
status-of-user = of a person
status-of-account = of an Instagram account
status-app = app
status-ends = ends
status-never = never
status-unknown = not known: only the app's secret, or a login through igdoctor, shows it
status-data-access = access to data ends
status-missing = missing permissions
status-next = Next
status-well = Nothing needs to be done.
status-not-told = Whether the token works could not be found out.
logout-done = The token of { $tenant } is gone from { $place }. At Meta it lives on until it ends or its owner withdraws it: on Facebook under “Settings” → “Business integrations”, on Instagram under “Website permissions” → “Apps and websites”.
logout-nothing = There was no token of { $tenant } in { $place }.

## Repair
repair-nothing = There is nothing to mend.
repair-dry = Nothing was changed. What hides behind these shows when they are mended.
repair-kind-safe = safe: concerns this tenant alone, and can be taken back
repair-kind-careful = careful: look twice
repair-kind-manual = a person must do this
repair-call = call
repair-before = before
repair-after = after
repair-not-connected = not connected
repair-no-fields = nothing
repair-touches = concerns
repair-touches-tenant = this tenant alone
repair-touches-app = every customer of the app “{ $app }”
repair-touches-token = the token that is stored, and whoever uses it
repair-undo = taking back
repair-undo-all = igdoctor undo { $tenant }
repair-undo-activation = igdoctor undo { $tenant } takes out the fields; a webhook that was switched on stays on
repair-undo-verify-token = igdoctor undo { $tenant } takes out the fields; the verify token at Meta stays the one that is given now
repair-undo-token = not possible: a renewed token stays renewed
repair-ask-no-token = There is no token. Walk through the platform's guide without one, question by question?
repair-ask-app = This concerns every customer of the app. Type its name, { $app }, to go on (Enter leaves it)
repair-wrong-app = That is not the app's name.
repair-open-happened = An earlier repair of { $check } was interrupted. It did happen; igdoctor undo { $id } takes it back.
repair-open-keep = Keep it? (No takes it back.)
repair-open-not-happened = An earlier repair of { $check } was interrupted before it happened.
repair-open-taken-back = Taking { $id } ({ $check }) back was interrupted. It did happen.
repair-open-stays = Taking { $id } ({ $check }) back was interrupted before it happened; the change is still in force.
repair-open-unknown = An earlier repair of { $check } was interrupted; whether it happened cannot be read now.
repair-blocked-callback = { $check }: not now. The callback address must answer as Meta requires first, or Meta takes the subscription away again.
repair-blocked-verify-token = { $check }: the verify token of the callback is needed (IGDOCTOR_VERIFY_TOKEN, or secrets.verify_token of the tenant).
repair-blocked-app-secret = { $check }: the app's id and secret are needed.
repair-blocked-callback-url = { $check }: the address that Meta should call is needed (--callback-url).
repair-blocked-app = { $check }: which app the token belongs to is not known (--app).
repair-blocked-page-token = { $check }: a Page's token is not renewed; logging in again makes a new one.
repair-not-asked = { $check }: needs care, so it is done only if it is named: --only { $check } --yes
repair-declined = { $check }: left as it is.
repair-done = { $check }: done, and Meta shows it. To take it back: igdoctor undo { $id }
repair-done-without = { $check }: done, and Meta shows it; Meta does not take these fields: { $more }. To take it back: igdoctor undo { $id }
repair-was-right = { $check }: was right already; nothing was written.
repair-refused = { $check }: Meta refused, and nothing was changed: { $more }
repair-by-hand = { $check }: Meta does not let this be changed through the API, and nothing was changed ({ $more }). It is done by hand in the App Dashboard; the steps are below.
repair-by-hand-not-taken = { $check }: Meta did not take the change. It is done by hand in the App Dashboard; the steps are below.
repair-not-taken = { $check }: Meta did not take the change. Try again later; if it stays so, do it by hand in the App Dashboard.
repair-unknown = { $check }: whether it happened could not be read ({ $more }). The next repair looks again.
repair-unreadable = { $check }: what is there could not be read ({ $more }), so nothing was written.
repair-renewed = { $check }: the token was renewed; the new one is in { $more }.
repair-not-renewed = { $check }: the token could not be renewed: { $more }

## Guided repair
symptom-no-messages = Direct messages do not arrive
symptom-no-comments = Comments do not arrive
symptom-reply-fails = Replies cannot be sent
symptom-private-reply-fails = A private reply to a comment cannot be sent
symptom-unknown = I don't know
guided-ask-symptom = What do you see?
guided-resume = On { $at } you began and stopped half-way. Go on from there?
guided-step = Step { $step }: { $title }
guided-step-page = Step { $step } ({ $page } of { $pages }): { $title }
guided-see = What do you see?
guided-see-now = And now, what do you see?
guided-where = Here is where to look:
guided-yes = Yes
guided-no = No
guided-dont-know = I don't know
guided-leave-open = I still don't know, go on
guided-what-now = What now?
guided-mend = Mend it now
guided-mend-safe = igdoctor can mend this for you now, through Meta's API. It concerns this connection alone, and can be taken back. For those who want to know exactly:
guided-mend-careful = igdoctor can mend this for you now, through Meta's API. Look twice: it concerns more than this connection, or cannot be taken back. Exactly:
guided-done = Done, look again
guided-open = Open Meta's page about it in the browser
guided-opened = If no browser has opened, the page is: { $link }
guided-back = Back
guided-skip = Skip this
guided-stop = Stop for today
guided-help = Help
guided-read-on = Read on
guided-from-top = Read it again from the top
guided-to-step = Back to the step
guided-help-who = This can be done by { $actor }. If that is somebody else, send them these steps, choose “Skip this”, and come back later.
guided-help-link = Meta's own page about it: { $link }
guided-still = Not yet: Meta still shows it as it was. Changes can take a minute or two.
guided-not-yet = Not yet, then. Changes can take a minute or two; reload the page and look again.
guided-other = That has changed, but something is left: { $message }
guided-untold = It could not be told just now. { $message }
guided-hidden = Something else is broken by now and stands in the way of looking.
guided-now-right = That is right now.
guided-filed = Your answer is kept, but igdoctor.toml says otherwise and goes first: change it there.
guided-nothing = Nothing is broken, and nothing is left for you to look at.
guided-end = That was the last step. This is how everything stands now:
guided-handover = The page for support is in { $path }.
guided-stopped = Stopped. You can go on any day: { $command }
guided-stopped-sandbox = Stopped. A world of the sandbox is not kept for another day.

## Handover
handover-title = igdoctor: { $tenant }
handover-about = Connection of an Instagram account to { $platform }. The repair began on { $began }.
handover-page = Facebook Page: { $id }
handover-account = Instagram account: { $id }
handover-symptom = What is seen: { $symptom }
handover-found = What was wrong
handover-none = Nothing was found to be broken.
handover-did = What was done
handover-nothing = Nothing so far.
handover-by-igdoctor = done by igdoctor through Meta's API
handover-by-person = done by a person on Meta's screens
handover-seen = What a person looked at and found right
handover-left = What is left
handover-well = Nothing is left.
handover-for = For { $actor }.

## Explain
explain-check = Check { $id }
explain-cause = Cause { $id }
explain-symptom = Symptom { $id }
explain-error = Meta's error { $code }
explain-error-http = HTTP status { $code }
explain-text = A known text
explain-also-pasted = Also in what was pasted
explain-means = Meta means
explain-trace = Trace id for Meta's support
explain-states = It states
explain-not-holding = Then this does not hold
explain-needs = Checked only after
explain-needs-nothing = nothing else
explain-tier = What it takes
explain-tier-none = nothing: no token
explain-tier-token = a token
explain-tier-app = a token, and the app's id and secret
explain-symptoms = What people see
explain-check-it = Check it
explain-more = Steps
explain-a-cause = igdoctor explain CAUSE
explain-causes = { $count ->
    [one] Its cause
   *[other] Its { $count } causes
}
explain-questions = { $count ->
    [one] What a person can look at
   *[other] What a person can look at, in { $count } questions
}
explain-symptom-checks = { $count ->
    [one] A check looks for it
   *[other] { $count } checks look for it, in the order of the message path
}
explain-symptom-causes = { $count ->
    [one] A cause that no check sees
   *[other] { $count } causes that no check sees
}
explain-ranked = { $count ->
    [one] The cause
   *[other] { $count } possible causes, the likeliest first
}
explain-only-calls = Only for a call with
explain-add-call = What this means depends on the call that was answered with it. Name the call, and the answer is sharper: --call "GET /me/accounts"
explain-certain = certain
explain-likely = likely
explain-possible = possible
explain-none = Nothing is known about this.
explain-none-meant = Nothing is known about this. Did you mean “{ $name }”?
explain-none-code = Meta's error { $code } is not known here.
explain-none-subcode = Meta's error { $code } is not known with this subcode. In general the code means: { $says }
explain-none-throttled = Meta's error { $code } is not known here. Numbers like this one stand for limits on the number of calls.
explain-none-permission = Meta's error { $code } is not known here. Numbers from 200 to 299 stand for permissions.
explain-none-hint = Give a check (igdoctor list shows them), a cause, a symptom ({ $symptoms }), a label of a screen, an error such as 190/463, or the whole error as it was pasted: igdoctor explain - reads it.
explain-value-account-id = 1784…
explain-value-stored-id = another one
explain-value-date = a date that is near
explain-value-most-bytes = 1000
explain-value-word = …
explain-value-token-flow = one kind of login
explain-value-flow = the other

## Undo
undo-what = { $id }, for { $check }: { $fields } goes again. It came with { $call }
undo-ask = Take it back?
undo-done = { $id } is taken back, and Meta shows it.
undo-nothing = { $id }: nothing of it was there any more.
undo-empty = Nothing was changed so far.
undo-change = change
undo-when = when (UTC)
undo-state = state
undo-state-open = interrupted
undo-state-done = in force
undo-state-not-made = never made
undo-state-undoing = being taken back
undo-state-undone = taken back

## Progress
progress-asking = Asking: { $question }
progress-start = Checking { $tenant }
progress-answered = answered
progress-refused = refused
progress-unreachable = no answer
progress-left = not asked
progress-told = { $question } ({ $id }): { $state }
progress-end = Answers received: { $answered }. Refused, unreachable or not asked: { $others }.

## Prompts
prompt-tenant = Which tenant?
prompt-yes-no = Please answer { $yes } or { $no }. Ctrl-C stops.
prompt-keys = Up and down move, Enter takes, Esc leaves
prompt-keys-pages = Up and down move, left and right turn the page, Enter takes, Esc leaves
prompt-number = Number, 0 to leave
prompt-number-wrong = Please answer with a number from 1 to { $count }, or 0 to leave. Ctrl-C stops.
prompt-number-or-answer = Number, { $yes } or { $no }; 0 to leave
prompt-number-or-answer-wrong = Please answer { $yes }, { $no } or a number from 1 to { $count }; 0 leaves. Ctrl-C stops.
prompt-hidden = not shown while you type
prompt-hidden-empty = Nothing was typed. Ctrl-C stops.
prompt-hidden-malformed = That holds characters that no token has, such as a space in the middle. Copy it again.

## Lists
list-says = statement
list-tier = needs
list-tier-opt-in = { $tier }, on request
list-fix = fix
fix-safe = safe
fix-careful = careful
fix-manual = manual
list-flows = Ways to connect
list-page = Page
list-account = Instagram account
list-routing = Conversation routing
list-connector = Who may connect
list-source = Source
list-page-none = none needed
list-page-messaging = needed, with the right to handle its messages
list-page-settings = needed, with the right to open its settings
list-page-verified = must be verified
list-account-professional = business or creator
list-account-business = business
list-routing-ours-or-none = its app is the default app, or there is none
list-routing-chosen = its app must be chosen as the default app
list-connector-untold = not told
list-connector-platform-admin = an administrator of the platform
list-connector-app-role = somebody with a role on the app
list-inferred = { $what } (inferred)
list-platforms-closing = { $count } platforms. Inferred: the source does not say it, it follows from Meta's rules. `igdoctor list --platforms --format json` shows all that is known of each. To choose one: igdoctor check --platform { $platform }
list-closing = { $count } checks. { $replies } more are of a reply, for `igdoctor message`. `igdoctor list --format json` shows all that is known of each.
sandbox-world = world
sandbox-about = what is in it
sandbox-closing = { $count } worlds. Try one: igdoctor check --sandbox { $world }

## Errors
error = error: { $what }
error-lang-variable = IGDOCTOR_LANG: igdoctor does not speak “{ $value }”; it speaks { $known }

## Saved reports, and what changed between them
moment = { $day }, { $time } UTC
show-from = A saved report of { $moment }, written by igdoctor { $version }
page-compared = Earlier report
ticket-compared = earlier report
compared-nothing = knows nothing of this tenant
finding-new = New since { $moment }
finding-changed = Changed since { $moment }
finding-unclear = May be new: it cannot be compared with the report of { $moment }
finding-first = New: the earlier report does not know this tenant
since = Since { $moment }
since-nothing = The earlier report does not know this tenant, so everything found is new
since-new = new
since-gone = gone
since-changed = changed
since-unclear = cannot be compared
since-same = { $count ->
    [0] No check stands as it stood.
    [one] One check stands as it stood.
   *[other] { $count } checks stand as they stood.
}
diff-when = From { $before } to { $now }
diff-came = { $now }; the earlier report does not know this tenant
diff-new = { $count ->
    [one] One new finding
   *[other] { $count } new findings
}
diff-changed = { $count ->
    [one] One finding has changed
   *[other] { $count } findings have changed
}
diff-gone = { $count ->
    [one] One finding is gone
   *[other] { $count } findings are gone
}
diff-still = { $count ->
    [one] One finding stands as it stood
   *[other] { $count } findings stand as they stood
}
diff-unclear = { $count ->
    [one] One check cannot be compared
   *[other] { $count } checks cannot be compared
}
diff-before = Before
diff-open-before = told now, but not before
diff-open-now = not told now
diff-same = The same
diff-closing = { $new } new, { $gone } gone, { $changed } changed, { $same } the same, { $unclear } that cannot be compared
diff-left = Only in the earlier report
diff-failed = Not checked in the later report
close-new = Something new was found
close-nothing-new = Nothing new was found
all-nothing-new = nothing new

## Files that are read again
saved-unreadable = { $file }: cannot be read: { $why }
saved-too-long = { $file }: is longer than { $megabytes } MB, so it is no report of igdoctor
saved-bad = { $file }: { $why }
saved-no-json = line { $line }, column { $column }: this is no JSON ({ $why }). A report is what `igdoctor check --format json` writes.
saved-no-report = this is JSON, but no report. A report is what `igdoctor check --format json` writes.
saved-evidence = this is saved evidence, not a report; `igdoctor check --evidence FILE` judges it.
saved-newer = a newer igdoctor wrote this (format { $found }, this one knows { $known }). Use a newer igdoctor.
saved-part = { $path } is not as a report has it: { $why }. Was the file changed by hand, or written by another igdoctor? Write it again with `igdoctor check --format json`.
saved-no-slug = not an id such as token-valid
saved-no-time = not a time such as 2026-11-21T10:00:00Z
saved-no-day = not a day such as 2026-12-01
saved-platform = { $platform }: the report names this platform, but it is not here; the words about it are general ones.
saved-reconnect = Connect the account in { $platform } again.
saved-strangers = These reports are about different tenants ({ $before }; { $now }), so they cannot be compared.
compare-stranger = --compare { $file }: the report is about { $before }, not about { $now }.
diff-swapped = The first report is newer than the second; it is taken as the earlier one all the same.

## Pages of the manual
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-subcommands = COMMANDS
man-extra = EXAMPLES
man-version = VERSION
man-values = Possible values:
man-default = default:
man-unknown = There is no command “{ $name }”. Commands: { $known }
man-no-commands = { $command } has no command “{ $name }”

## What is asked, while it is asked
question-token = the token's kind and lifetime
question-issuer = the app that issued the token
question-identity = the token's owner
question-account = the Instagram account
question-permissions = permissions of the token
question-pages = Pages the token may see
question-page = the Page
question-subscription = apps connected to the Page
question-conversations = Instagram conversations
question-receivers = receivers of conversations
question-media = posts and comments
question-app = the Meta app
question-app-permissions = permissions of the app
question-app-webhooks = webhooks of the app
question-outsider = a person who wrote
question-thread = one conversation
question-thread-owner = the owner of the newest conversation
question-callback = the callback address
question-deletion-callback = the addresses for data deletion and for removing the app
question-platform = the platform's address
question-round-trip = a real message on its way

## One reply
close-reply-accepted = It would be accepted
close-reply-warnings = It would be accepted, with warnings
close-reply-open = Nothing speaks against it, but not everything was told
close-reply-refused = It would be refused
close-reply-accepted-unless = It would be accepted, unless another app holds the conversation
close-reply-warnings-unless = It would be accepted, with warnings, unless another app holds the conversation
close-reply-doubtful = It may be refused
close-reply-unknown = Whether it would be accepted could not be found out
close-reply-open-warnings = There are warnings, and not everything was told

## Webhook requests
webhook-handshake = This is the question by which Meta makes sure of a callback address, not an event. It has no signature; the address answers it with hub.challenge.
webhook-cut = The headers tell of a longer body: the end of it is missing here.
webhook-body = Body
webhook-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
webhook-object = Object
webhook-object-unknown = The webhook is about an object that igdoctor does not know.
webhook-problem-empty = There is no body.
webhook-problem-not-text = The body is not text in UTF-8.
webhook-problem-not-json = The body is not JSON, or nested too deep.
webhook-problem-not-meta = The body is JSON, but no webhook of Meta: object and entry are missing.
webhook-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
webhook-more = { $count ->
    [one] { $count } more event was not looked at.
   *[other] { $count } more events were not looked at.
}
webhook-signature = Signature
webhook-signature-right = right
webhook-signature-wrong = wrong
webhook-signature-malformed = not a signature
webhook-signature-absent = missing
webhook-signature-unchecked = not checked: no secret is held
webhook-signer-app = It is made with the secret of the Meta app.
webhook-signer-instagram-app = It is made with the secret of the Instagram app.
webhook-altered-line-break = It would be right without the line break at the end of the body, which Meta did not send.
webhook-altered-unescaped = It would be right if letters stood as Meta sends them, as \u00e1. Somebody read the body and wrote it anew: a signature is checked over the bytes as they came.
webhook-wrong-why = Either the secret is that of another app, or the body was changed after Meta signed it, or it is not from Meta.
webhook-only-old = Only X-Hub-Signature is there, which is no longer enough: look for X-Hub-Signature-256.
webhook-kind-message = A message
webhook-kind-echo = A message that the account itself sent (an echo)
webhook-kind-deleted = A message was taken back
webhook-kind-unsupported = A message that Meta does not hand over
webhook-kind-edit = A message was changed
webhook-kind-reaction = A reaction to a message
webhook-kind-reaction-removed = A reaction was taken back
webhook-kind-read = A message was read
webhook-kind-postback = A button was pressed
webhook-kind-referral = Somebody came by a link or an advertisement
webhook-kind-optin = Somebody agreed to be written to
webhook-kind-pass-thread-control = The conversation was passed to an app
webhook-kind-take-thread-control = An app took the conversation
webhook-kind-request-thread-control = An app asks for the conversation
webhook-kind-comment = A comment
webhook-kind-live-comment = A comment during a broadcast
webhook-kind-mention = The account was mentioned
webhook-kind-other = Something that igdoctor does not know
webhook-channel-messaging = in messaging: this app holds the conversation, or none does
webhook-channel-standby = in standby: another app holds the conversation
webhook-channel-changes = in changes
webhook-field = Field { $field }, { $channel }
webhook-field-alone = Field { $field }
webhook-array = in { $name }
webhook-account = Account
webhook-account-expected = as expected
webhook-account-other = another one than expected
webhook-account-test = nobody’s: a test by the dashboard
webhook-account-unknown = nothing to compare it with
webhook-customer = Customer
webhook-comment = Comment
webhook-owner = App that holds it now
webhook-owner-this = this app
webhook-owner-other = another app
webhook-to = this is your “to”
webhook-time = Time
webhook-holds = Holds
webhook-length = { $kind } ({ $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
}, { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
})
webhook-holds-text = text
webhook-holds-image = picture
webhook-holds-video = video
webhook-holds-audio = sound
webhook-holds-file = file
webhook-holds-share = shared post
webhook-holds-reel = reel
webhook-holds-story-mention = mention in a story
webhook-holds-ephemeral = photo or video that disappears
webhook-holds-sticker = sticker
webhook-holds-quick-reply = choice of a ready answer
webhook-holds-reply-to-message = answer to a message
webhook-holds-reply-to-story = answer to a story
webhook-holds-referral = where the person comes from
webhook-holds-other = something else
webhook-note-message-in-changes = It stands in changes, not in messaging: a platform that reads only messaging loses it.
webhook-note-flat-field = It stands in the entry itself, not in changes: both shapes are to be read.
webhook-note-edit-of-nothing = Nothing was changed: with an app in development such an edit has been seen in place of the message itself.
webhook-note-own-message = The account wrote to itself.
webhook-duty = The platform is to
webhook-duty-show-message = show it, and let people answer to this customer
webhook-duty-show-notice = show that something came that cannot be shown, and not drop it
webhook-duty-show-own = show it as the account’s own, and not answer it
webhook-duty-update = change what it shows already
webhook-duty-act = do what the button stands for
webhook-duty-remember = keep in mind where the person comes from
webhook-duty-note-consent = note that this person agreed to be written to
webhook-duty-listen-only = show it if it likes, but not answer: another app holds the conversation
webhook-duty-follow-control = note who holds the conversation now
webhook-duty-decide-control = decide whether to hand the conversation to the app that asks for it; until then nothing changes
webhook-duty-show-comment = show the comment, and answer it publicly or by one private reply
webhook-duty-look-up = ask the API what it is about
webhook-duty-refuse = refuse it with 403 and show nothing of it: nothing proves that it is from Meta
webhook-duty-other-account = show nothing of it to the people of this account: it belongs to another one
webhook-duty-other-product = handle it as one of the Page’s own (Messenger), not as one of Instagram’s
webhook-duty-nothing = answer 200 and no more: the test proves that the address is reached, nothing else
webhook-duty-pass-over = answer 200 and pass it over

## A message on its way
trace-send = Have somebody send this word by Instagram, as a direct message to { $account }, from another account:
trace-send-stranger = Send this word by Instagram, as a direct message to { $account }, from an account that has no role on { $app }:
trace-send-role-holder = Send this word by Instagram, as a direct message to { $account }, from an account that has a role on { $app }:
trace-keeps-nothing = igdoctor looks for this word alone, in conversations that change now, and keeps nothing else. Ctrl-C ends it.
trace-keeps-nothing-listening = igdoctor looks for this word alone, in the webhooks that come, and keeps nothing else. Ctrl-C ends it.
trace-listening = Listening for webhooks at { $address }.
trace-waits-sight = Waiting until Meta shows the message ({ $passed } of { $all })
trace-waits-webhook = Waiting for the webhook of the message ({ $passed } of { $all })
trace-seen = { $count ->
    [one] Meta shows the message, after { $seconds } s.
   *[other] Meta shows the message { $count } times, after { $seconds } s.
}
trace-handshake-answered = Webhook: somebody, most likely Meta, asked whether this is the right address, and was answered.
trace-handshake-wrong-token = Webhook: somebody asked whether this is the right address, with another verify token; refused.
trace-handshake-no-token = Webhook: somebody asked whether this is the right address; refused, because no verify token was given (IGDOCTOR_VERIFY_TOKEN).
trace-handshake-no-challenge = Webhook: somebody asked whether this is the right address, but without a challenge; refused.
trace-event-ours = Webhook received. { $kind }, { $channel }. It is the message with the word.
trace-event-ours-again = Webhook received. { $kind }, { $channel }. It is the message with the word, once more.
trace-event = Webhook received. { $kind }, { $channel }.
trace-event-again = Webhook received once more. { $kind }, { $channel }.
trace-event-test = Webhook received: the dashboard's test. It shows that the address can be reached, and no more.
trace-event-other-product = Webhook received with the word, but it is not about Instagram: a message of Messenger, it seems.
trace-event-other-account = Webhook received with the word, but for another account: { $account }.
trace-event-none = Webhook received, rightly signed, but there is no event in it.
trace-refused-too-large = Request turned away: its body is too large.
trace-refused-incomplete = Request turned away: its body did not come whole.
trace-refused-stray = Request turned away: it is no webhook.
trace-refused-wrong = Webhook turned away: its signature is wrong. It was made with another app secret, or the body was changed on its way.
trace-refused-malformed = Webhook turned away: what stands for its signature is none.
trace-refused-absent = Request turned away: it is not signed.
trace-refused-unchecked = Webhook turned away: there is no secret to check its signature with.
trace-ask-sender = Who is going to send the message?
trace-sender-stranger = Somebody without a role on { $app }, like a customer
trace-sender-role-holder = Somebody with a role on { $app }: administrator, developer or tester
trace-dont-know = I don't know
trace-yes = Yes
trace-no = No
trace-ask-sent = Was the message with the word “{ $word }” sent?
trace-ask-shown = Does { $platform } show the message with the word “{ $word }”?
trace-ask-place = Open the Instagram app as { $account }: where is the message with the word “{ $word }”?
trace-place-inbox = Among the other conversations
trace-place-requests = Among the message requests
trace-place-nowhere = Nowhere
trace-ask-self = Send a message from { $account } to itself? Nobody else gets it.
trace-not-begun = No message is asked for: the way is broken already.
trip-title = The way of the message (seconds since the word was shown)
trip-sender-stranger = Sent by somebody without a role on the app.
trip-sender-role-holder = Sent by somebody with a role on the app.
trip-sender-account = Sent by the account to itself.
trip-proves-stranger = So the access level of the app does not keep strangers out.
trip-proves-role-holder = That says nothing of messages from people without a role.
trip-proves-account = That says nothing of messages from people without a role.
trip-seen = After { $seconds } s: Meta shows it to the app.
trip-times = { $count ->
    [one] It is there once.
   *[other] It is there { $count } times.
}
trip-holder-ours = Meta counts the conversation as the app's own: the app is the default app, or none is set.
trip-holder-other = Meta does not count the conversation as the app's own: another app holds it.
trip-holder-ours-named = The app holds the conversation, as Meta itself says ({ $app }).
trip-holder-other-named = Another app holds the conversation, as Meta itself says ({ $app }).
trip-webhook-messaging = After { $seconds } s: the webhook came.
trip-webhook-standby = After { $seconds } s: the webhook came, as standby: another app holds the conversation.
trip-webhook-changes = After { $seconds } s: the webhook came, as a change.
trip-shown = After { $seconds } s: somebody saw it in the platform.
trip-unseen = For { $seconds } s: Meta did not show it to the app.

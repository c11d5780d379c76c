### Errors, and what is said beside them. Read only when one of them is told.

## Words and near names
error-near = {" "}(возможно, имелось в виду `{ $name }`?)
error-word-known = можно указать: { $known }{ $hint }
error-id-hint = ID в Meta состоит только из цифр, например 104512345678901; имя или адрес не подойдёт
error-duration = укажите время как 90s, 5m или 2h, не больше суток
error-version = `{ $version }` — не версия Graph API; пишите так: `v26.0`
error-address = адрес не разобрать ({ $problem }); напишите его целиком, например https://example.com/webhook
error-address-no-server = { $address }: это не адрес веб-сервера

## Faults of TOML files
error-toml-near = {"; "}возможно, имелось в виду `{ $name }`?
error-toml-near-known = {"; "}возможно, имелось в виду `{ $name }`? Можно указать: { $known }
error-toml-known = {"; "}можно указать: { $known }
error-toml-unknown-key = неизвестный ключ { $key }{ $hint }
error-toml-unknown-value = неизвестное значение `{ $value }`{ $hint }
error-toml-unknown-here = такого значения здесь быть не может{ $hint }
error-toml-missing = не хватает ключа `{ $key }`
error-toml-duplicate = ключ повторяется
error-toml-type = здесь нужно другое: { $wanted }; сейчас здесь { $found }
error-toml-value = это сюда не подходит; нужно другое: { $wanted }
error-toml-other = это не прочитать ({ $message })
error-toml-boolean = `true` или `false`
error-toml-list = список
error-toml-table = таблица
error-toml-quoted = текст в кавычках
error-toml-text = текст
error-toml-count = целое число, 0 или больше
error-toml-whole = целое число
error-toml-number = число
error-toml-this = что-то другое
error-toml-id = ID в кавычках
error-toml-date = дата, например 2026-11-01

## The file of tenants
error-tenant-unreadable = не удалось прочитать файл клиентов { $path }
error-tenant-writable-by-others = файл клиентов { $path } могут изменить другие пользователи этого компьютера, поэтому доверять ему нельзя; сначала выполните `chmod go-w { $path }`
error-tenant-of-another = файл клиентов { $path } принадлежит другому пользователю этого компьютера; если вы ему доверяете, укажите его в --config
error-tenant-unwritable = не удалось записать файл клиентов { $path }
error-tenant-changed-meanwhile = файл клиентов { $path } тем временем изменил кто-то другой; ничего не записано, попробуйте ещё раз
error-tenant-being-written = файл клиентов { $path } сейчас записывает другой igdoctor, или он завис; ничего не изменено, попробуйте ещё раз чуть позже
error-tenant-unknown-none = в { $path } нет клиента `{ $name }` и пока вообще ни одного; добавить: `igdoctor tenant add`
error-tenant-unknown = в { $path } нет клиента `{ $name }`{ $hint }; все клиенты (их { $count }): `igdoctor tenant list`
error-tenant-not-toml = { $path }: это не TOML
error-tenant-severity = { $key } — это и не проверка, и не причина{ $hint }
error-tenant-waiver-token = для `token-valid` исключение невозможно: без действующего токена ничего не проверить
error-tenant-two-stdin = из стандартного ввода можно взять только один секрет
error-tenant-day-to-come = этот день ещё не наступил, никто ничего видеть не мог
error-tenant-name = имя клиента начинается с буквы или цифры и состоит только из букв, цифр, `-`, `_` и `.`, не больше 64 знаков, например casa-azul
error-tenant-flow = { $platform } предлагает только: { $flows }
error-tenant-no-check = такой проверки нет{ $hint }; все проверки: `igdoctor list`
error-tenant-nothing-to-see = `{ $check }` — не то, что может увидеть человек
error-tenant-no-question = такого вопроса нет{ $hint }; есть: { $known }
error-tenant-no-platform = такой платформы нет{ $hint }; или укажите путь к своему файлу, который кончается на .toml
error-tenant-address = это не адрес веб-сервера; напишите его целиком, например https://example.com/webhook
error-tenant-empty = здесь не может быть пусто
error-tenant-field = поле вебхука состоит только из строчных латинских букв и подчёркиваний, например message_reactions
error-tenant-date = это не дата; пишите так: 2026-11-01, или со временем: 2026-11-01T09:30:00Z
error-tenant-said-flow = { $said ->
    [tenant] способ подключения клиента,
   *[flag] { $flag }
} { $flow }: { $problem }
error-tenant-token-flow = токен получен через вход { $flow }, но { $problem }
error-tenant-question = в подтверждениях клиента указан вопрос { $question }, которого нет в файле его платформы
error-tenant-no-folder = у этого пользователя нет папки настроек; укажите, где быть файлу: --config igdoctor.toml
error-tenant-exists = клиент { $name } уже есть; посмотреть: `igdoctor tenant show { $name }`
error-tenant-name-missing = не указано имя клиента: igdoctor tenant add ИМЯ
error-tenant-which-platform = какая платформа? Добавьте --platform ID; все ID: igdoctor list --platforms
error-tenant-flow-not-offered = --flow { $flow }: { $platform } этого не предлагает
error-tenant-secret-way = --secret: пишите так: token=env:ИМЯ, app_secret=file:ПУТЬ или verify_token=keyring
error-tenant-secret-unknown = --secret: такого секрета нет; есть: { $known }
error-tenant-remove-nobody = спросить некого; чтобы удалить клиента { $tenant } из { $path }, добавьте --yes

## Files of platforms
error-platform-unknown = неизвестная платформа `{ $id }`{ $hint }; есть: { $known }. Можно указать и путь к своему файлу
error-platform-unreadable = не удалось прочитать файл платформы { $path }
error-platform-no-flows = в `flows` пусто; укажите `facebook`, `instagram` или оба
error-platform-flow-table = в `flows` указано `{ $flow }`, но таблицы `[{ $flow }]` нет
error-platform-no-permissions = пустой список разрешений никто выдать не может; уберите его
error-platform-field-both = это поле есть и в `webhook_fields`; оно либо нужно, либо может быть выключено, но не то и другое
error-platform-min-max = `min` ({ $min }) больше, чем `max` ({ $max })
error-platform-address = это не адрес веб-сервера; он начинается с https://
error-platform-no-check = { $id } — такой проверки нет{ $hint }
error-platform-twice = `{ $id }` стоит здесь дважды
error-platform-question = имя вопроса — отдельное слово: не пустое, не число и не повторяется
error-platform-no-cause-of = { $cause } — у проверки `{ $check }` такой причины нет{ $hint }
error-platform-no-cause-there = { $cause } — ни у `platform-reachable`, ни у `agents-online` такой причины нет{ $hint }
error-platform-wanted = `true` или `false`, целое число или текст
error-platform-pointer = это не указатель JSON; он начинается с `/`, как в `/config/online`
error-platform-expect = каким должно быть значение, говорит один из ключей `is`, `at_least` и `same_site`, и только один
error-platform-probe-id = имя запроса к адресу платформы не пустое и не повторяется
error-platform-probe-path = это не путь внутри адреса платформы; он начинается без `/` и не содержит параметров
error-platform-probe-status = это не статус HTTP; он лежит между 100 и 599
error-platform-probe-page = страница не читается: `expect` у неё нет, а `when_elsewhere` говорит, что значит перенаправление на другой сайт
error-platform-probe-first = первому запросу нужен `when_not`: он говорит, что значит, если платформа не отвечает
error-platform-probe-nothing = этот запрос ничего не говорит; ему нужен `when_not`, `when_elsewhere` или `[[probe.expect]]`
error-platform-probe-earlier = { $name } — такого запроса перед этим нет{ $hint }
error-platform-no-cause = { $cause } — такой причины нет{ $hint }
error-platform-no-text = нет самого текста; дайте его в `en`, `pt-BR` или `ru`
error-platform-no-key = в этом файле нет ключа { $key }{ $hint }
error-platform-no-source = { $name } — такого источника нет{ $hint }

## Secrets
-other-ways = укажите в igdoctor.toml другой источник: {"{"} env = "ИМЯ" {"}"}, {"{"} file = "ПУТЬ" {"}"} или {"{"} command = ["ПРОГРАММА", …] {"}"}
secret-place-environment = переменная окружения { $name }
secret-place-stdin = стандартный ввод
secret-place-file = файл { $name }
secret-place-keyring = запись { $name } в хранилище паролей
secret-place-command = команда { $name }
secret-place-pasted = вставленный адрес
secret-waiting = ждём, пока вы разблокируете хранилище паролей …
secret-variable-unused = переменная { $variable } задана, но не используется: у клиента { $tenant } другой источник для { $what ->
    [app_secret] секрета приложения
    [instagram_app_secret] секрета приложения Instagram
    [verify_token] токена подтверждения
   *[token] токена
} ({ $source })
error-secret-unreadable = не удалось прочитать файл { $path }
error-secret-readable-by-others = файл { $path } могут прочитать другие пользователи этого компьютера; сначала выполните `chmod 600 { $path }`
error-secret-unwritable = не удалось записать файл { $path }
error-secret-no-folder = файл { $path } не записать: папки для него нет; сначала создайте её
error-secret-empty = токена нет, здесь пусто: { $source }
error-secret-malformed = { $source }: есть символы, каких в токене не бывает (перенос строки, пробел или управляющий символ внутри); скопируйте ещё раз
error-secret-too-large = { $source }: для токена это слишком много, больше { $limit } КиБ
error-secret-bad-document = { $source }: начинается с фигурной скобки, но это не токен, сохранённый igdoctor; сохраните его заново
error-secret-unset = не задана переменная окружения { $name }, из которой нужно взять { $what ->
    [app_secret] секрет приложения
    [instagram_app_secret] секрет приложения Instagram
    [verify_token] токен подтверждения
   *[token] токен
}
error-secret-stdin = не удалось прочитать токен из стандартного ввода
error-secret-cannot-store = igdoctor не может хранить токен в этом месте ({ $source }): { $why ->
    [environment] её задаёт тот, кто запускает igdoctor
    [command] то, что печатает программа, хранит сама программа
   *[stdin] отсюда можно только читать
}; укажите {"{"} keyring = "…" {"}"} или {"{"} file = "…" {"}"}
error-secret-cannot-delete = igdoctor не может удалить токен из этого места ({ $source }): { $why ->
    [environment] её задаёт тот, кто запускает igdoctor
    [command] то, что печатает программа, хранит сама программа
   *[stdin] отсюда можно только читать
}
error-secret-no-keyring = на этом компьютере нет хранилища паролей, доступного igdoctor ({ $reason }); { -other-ways }
error-secret-locked = хранилище паролей заблокировано; разблокируйте его и попробуйте ещё раз или { -other-ways }
error-secret-dismissed = хранилище паролей заблокировано, а разблокировать его отказались или спросить об этом не удалось; разблокируйте его и попробуйте ещё раз или { -other-ways }
error-secret-timed-out = хранилище паролей не ответило за { $seconds } с; разблокируйте его и попробуйте ещё раз или { -other-ways }
error-secret-not-in-keyring = в хранилище паролей нет записи { $name } от igdoctor
error-secret-several-in-keyring = в хранилище паролей несколько записей { $name } от igdoctor; оставьте одну в системной программе для паролей
error-secret-keyring = хранилищем паролей не воспользоваться: { $reason }
error-secret-no-such-command = команда { $program } не найдена; укажите полный путь или установите её
error-secret-not-started = команду { $program } не удалось запустить
error-secret-failed = команда { $program } завершилась с ошибкой (код { $code }){ $said }
error-secret-killed = выполнение команды { $program } прервано ({ $status }){ $said }
error-secret-too-slow = команда { $program } не завершилась за { $seconds } с и была остановлена; дайте ей больше времени: timeout = "2m"
error-keyring-broke-off = сбой его библиотеки
error-keyring-none-set-up = оно не настроено
error-keyring-no-collection = в нём нет коллекции по умолчанию
error-keyring-too-long = токен или имя { $name } для него слишком длинны
error-keyring-no-such-name = запись с именем { $name } оно не принимает
error-keyring-cannot = оно этого не умеет
error-keyring-none-known = для этой системы оно неизвестно
error-keyring-not-opened = открыть его не удалось

## Where a secret comes from, as a tenant's file says it
error-source-not-here = секрету в этом файле не место; укажите, откуда его брать, например {"{"} env = "ИМЯ" {"}"} или {"{"} keyring = "…" {"}"}
error-source-ways = напишите ровно одно из этого: env = "ИМЯ", stdin = true, file = "ПУТЬ", keyring = "ИМЯ", command = ["ПРОГРАММА", "АРГУМЕНТ"]
error-source-unknown-key = неизвестный ключ{ $hint }; напишите ровно одно из этого: env = "ИМЯ", stdin = true, file = "ПУТЬ", keyring = "ИМЯ", command = ["ПРОГРАММА", "АРГУМЕНТ"]
error-source-others = readable_by_others пишут только вместе с file = "ПУТЬ"
error-source-timeout-alone = timeout пишут только вместе с command = ["ПРОГРАММА"]
error-source-stdin = напишите stdin = true или укажите другой способ
error-source-env = напишите имя переменной окружения: латинские буквы, цифры и _, первой не цифра, например env = "CASA_AZUL_TOKEN"
error-source-file = напишите путь к файлу, например file = "~/casa-azul.token"
error-source-others-value = напишите readable_by_others = true или false
error-source-keyring = напишите имя записи в хранилище паролей, например keyring = "casa-azul/token"
error-source-command = напишите программу и её аргументы, каждый в своих кавычках, например command = ["vault", "kv", "get", "-field=token", "secret/casa-azul"]
error-source-timeout = напишите время от 1s до 5m, например timeout = "30s"

## Meta's answers
error-graph-refused = отказ Meta: { $message } ({ $code }/{ $subcode })
error-graph-unreachable = связаться с Meta не удалось ({ $detail })
error-graph-unreadable = ответ Meta прочитать не удалось ({ $detail })
error-graph-no-certificates = на этом компьютере нет сертификатов, которым можно доверять ({ $detail })
error-graph-time-limit = Meta не ответила вовремя ({ $detail })
error-graph-code = ошибка Meta { $code }: { $message }
error-graph-no-answer = Meta не дала ответа, который можно прочитать: { $detail }
error-several-pages = у токена несколько Страниц; укажите нужную в --page: { $pages }
error-randomness = на этом компьютере нет источника случайных чисел: { $error }

## What comes back from a login
error-return-unrecognized = это не тот адрес, которым заканчивается вход: в нём нет ни кода, ни токена
error-return-missing-state = в адресе нет `state`: он скопирован не целиком
error-return-wrong-state = этот адрес от другого входа: у него другой `state`
error-return-declined = во входе отказано ({ $reason })
error-return-failed = войти не удалось: { $message }

## Questions at the terminal
error-prompt-closed = ввод закончился раньше, чем был дан ответ
error-prompt-left = ничего не выбрано
error-prompt-terminal = в этом терминале нельзя задать вопрос

## Saved evidence
error-evidence-unreadable = не удалось прочитать файл с данными проверки { $path }
error-evidence-invalid = { $path } — не файл с данными проверки igdoctor
error-evidence-newer = { $path } записан более новым igdoctor (формат { $found }, этот знает { $known }); возьмите igdoctor поновее

## The journal
error-journal-no-folder = нет папки для журнала изменений; укажите её в IGDOCTOR_STATE_DIR
error-journal-io = журналом изменений { $path } воспользоваться не удалось
error-journal-broken = журнал изменений { $path } не читается в строке { $line }; ничего не изменено. Уберите его, чтобы начать новый
error-journal-busy = этого клиента уже исправляет другой запуск (процесс { $process }); дождитесь, пока он закончит

## All commands
error-broken-build = igdoctor собран из испорченных файлов: { $error }
error-own-fault = igdoctor: ошибка в самой программе, место { $place }
error-no-ordinary-file = это не обычный файл
error-io-not-found = такого файла или папки нет (ошибка системы { $code })
error-io-permission = нет разрешения (ошибка системы { $code })
error-io-directory = это папка (ошибка системы { $code })
error-io-not-directory = это не папка (ошибка системы { $code })
error-io-full = на диске нет места (ошибка системы { $code })
error-io-read-only = диск доступен только для чтения (ошибка системы { $code })
error-io-in-use = уже занято (ошибка системы { $code })
error-cannot-start = не удалось начать
error-cannot-write = не удалось записать { $path }
error-flag-cannot-write = { $flag }: не удалось записать { $path }
error-cannot-write-stdout = не удалось писать в стандартный вывод
error-unknown-check = { $flag }: неизвестная проверка `{ $id }`{ $hint }; все проверки: `igdoctor list`
error-only-and-skip = `{ $check }` стоит и в --only, и в --skip; уберите из одного
error-unknown-part = --with: ничего необязательного с именем `{ $id }` нет; есть: { $known }

## Whom a command is about
error-no-file = файла igdoctor.toml нет ни в этой папке, ни в вашей папке настроек. Создайте его с первым клиентом:
    {"  "}igdoctor tenant add ИМЯ
error-which-tenant = { $more ->
    [0] какой клиент? Назовите одного: { $names }
   *[other] какой клиент? Назовите одного: { $names }; ещё { $more } показывает `igdoctor tenant list`
}
error-which-tenant-of = { $more ->
    [0] какой клиент? В { $path } их несколько ({ $count }): { $names }. Назовите одного или добавьте --all
   *[other] какой клиент? В { $path } их несколько ({ $count }): { $names } и ещё { $more }, всех показывает `igdoctor tenant list`. Назовите одного или добавьте --all
}
error-no-app = { $what ->
    [instagram_app_secret] секрет приложения Instagram
   *[app_secret] секрет приложения
} задан ({ $source }), но не указано, какого приложения; добавьте { $flag } ID или `{ $key } = "ID"` у клиента
error-graph-url-readable = --graph-url { $url }: токен ушёл бы открытым текстом; возьмите https или http на этом компьютере (127.0.0.1, [::1], localhost)
error-graph-url-bare = --graph-url { $url }: уберите имя, пароль и параметры

## Checking
error-check-begin = нет ни клиента, ни токена. Начать можно по-разному:
    {"  "}Посмотреть, как это работает, без аккаунта:
    {"    "}igdoctor check --sandbox connected-tools-off
    {"  "}Без токена: проверить открытое и перечислить, что должен посмотреть человек:
    {"    "}igdoctor check --platform ID --no-token          (все ID: igdoctor list --platforms)
    {"  "}С токеном: один раз назвать подключение, сохранить его токен и потом проверять:
    {"    "}igdoctor tenant add ИМЯ
    {"    "}igdoctor auth login ИМЯ
    {"    "}igdoctor check ИМЯ
    Для одной проверки токен можно взять и из IGDOCTOR_TOKEN, --token-file ФАЙЛ или --token-stdin.
error-check-no-token = нет токена клиента { $tenant }: IGDOCTOR_TOKEN не задана{ $why }
    Сохранить токен:
    {"  "}igdoctor auth login { $tenant }
    Или проверить без него: igdoctor check { $tenant } --no-token
error-repair-begin = нет ни клиента, ни токена. Начать можно по-разному:
    {"  "}Посмотреть, как это работает, без аккаунта:
    {"    "}igdoctor repair --sandbox connected-tools-off
    {"  "}Без токена: пройти в терминале руководство платформы, вопрос за вопросом:
    {"    "}igdoctor repair --platform ID --no-token          (все ID: igdoctor list --platforms)
    {"  "}С токеном: один раз назвать подключение, сохранить его токен и потом исправлять:
    {"    "}igdoctor tenant add ИМЯ
    {"    "}igdoctor auth login ИМЯ
    {"    "}igdoctor repair ИМЯ
error-repair-tenant-no-token = нет токена клиента { $tenant }: IGDOCTOR_TOKEN не задана{ $why }
    Сохранить токен:
    {"  "}igdoctor auth login { $tenant }
    Или пройти руководство без него, в терминале: igdoctor repair { $tenant } --no-token
error-undo-begin = нет ни клиента, ни токена. Чьё изменение отменить?
    {"  "}igdoctor tenant list         покажет клиентов
    {"  "}igdoctor undo ИМЯ --list     покажет изменения одного из них
    {"  "}igdoctor undo ИМЯ            отменит последнее из них
error-undo-no-token = нет токена клиента { $tenant }: IGDOCTOR_TOKEN не задана{ $why }. Без токена Meta ничего не отменит
    Сохранить токен:
    {"  "}igdoctor auth login { $tenant }
    Для списка изменений токен не нужен: igdoctor undo { $tenant } --list
error-check-name-one = { $error }; назовите клиента или добавьте --all
error-all-one-tenant = { $flag } относится к одному клиенту; уберите или назовите клиента вместо --all
error-all-none = в { $path } нет ни одного клиента; добавить: `igdoctor tenant add`
error-all-variable = переменная { $variable } задана, но для всех клиентов она верной быть не может; уберите её или укажите источником у того клиента, которому она принадлежит
error-all-stdin = { $what } клиента { $tenant } берётся из стандартного ввода, а --all не может его разделить
error-all-no-token = нет токена{ $why }; сохранить: `igdoctor auth login { $tenant }`

## Tokens
error-auth-no-tenant = клиент не указан
error-auth-name-tenant = токен хранится под именем клиента. Назовите клиента:
    {"  "}igdoctor auth login ИМЯ
    Или сначала создайте:
    {"  "}igdoctor tenant add ИМЯ
error-auth-no-place = у этого клиента нет места для токена
error-auth-elsewhere = токен клиента { $tenant } берётся оттуда, куда igdoctor писать не может ({ $source }). Положите токен туда сами или пусть клиент хранит его в другом месте: secrets.token = {"{"} keyring = "{ $tenant }/token" {"}"}
error-auth-interrupted = { $what }: прервано; сделала ли это Meta, неизвестно
error-auth-not-seen-to-work = увидеть, что новый токен работает, не удалось, поэтому старый остаётся на месте. Новый лежит в { $path }, прочитать его можете только вы
error-auth-not-renewed = обновить токен не удалось; остаётся старый
error-auth-not-exchanged = обменять токен не удалось; остаётся старый
error-auth-page-token = сохранён токен Страницы; его не обновляют, а получают заново при входе:
    {"  "}igdoctor auth login { $tenant }
error-auth-needs-app = токен входа через Facebook обменивают с помощью ID и секрета приложения; задайте клиенту { $tenant } app и secrets.app_secret или войдите ещё раз: igdoctor auth login { $tenant }
error-auth-no-folder = нет папки, в которую можно положить токен
error-auth-folder = не удалось создать { $path }
error-auth-not-handed-over = передать токен не удалось
error-loopback-port = --loopback { $port }: этот порт занять не удалось
error-loopback-ended = сервер для входа остановился
error-loopback-failed = сбой сервера для входа
error-loopback-patience = за { $minutes } мин никто не вошёл; начните заново
error-interrupted-not-stored = прервано; ничего не сохранено
error-interrupted-not-changed = прервано; ничего не изменено
error-interrupted-not-known = прервано; что говорит о нём Meta, неизвестно
error-interrupted-no-more = прервано; больше ничего не изменено
login-page-done = У igdoctor есть всё, что нужно. Эту страницу можно закрыть.
login-page-other = Это не тот ответ, которого ждёт igdoctor.
error-browser-loopback = для --loopback нужен секрет приложения, чтобы получить токен по ответу браузера; если секрета нет, уберите --loopback
error-browser-instagram = для входа через браузер нужен секрет приложения Instagram, чтобы получить токен по ответу браузера; укажите его или вставьте токен, созданный в панели приложений
error-browser-nobody = вставить ответ браузера некому; используйте --loopback или --token-stdin
error-browser-needs-app = для входа через браузер нужен { $flow ->
    [instagram] ID приложения Instagram: добавьте --instagram-app ID или instagram_app = "ID" у клиента
   *[facebook] ID приложения Meta: добавьте --app ID или app = "ID" у клиента
}. Тот, кто просто пользуется платформой для сообщений, входит внутри неё
error-browser-where = на каком адресе остановится браузер? Добавьте --redirect-url URL или login.redirect_url у клиента: один из адресов, перечисленных в приложении
error-browser-forged = { $error }. Ничего не сохранено: возможна подделка. Начните заново и вставьте адрес именно этого входа, целиком
error-browser-refused = страница входа Meta отказала: { $message }{ $code }
error-browser-not-turned = получить токен по ответу браузера не удалось
error-browser-not-lengthened = обменять токен на долгосрочный не удалось
error-refresh-none = у клиента { $tenant } нет токена, который можно обновить; сохранить: igdoctor auth login { $tenant }
error-refresh-dead = Meta больше не принимает сохранённый токен, а недействующий токен не обновить. Войдите ещё раз:
    {"  "}igdoctor auth login { $tenant }
error-refresh-untold = выяснить у Meta, что с сохранённым токеном, не удалось, поэтому он не обновлён; попробуйте позже
error-refresh-not-kept = новый токен работает, но сохранить его в этом месте ({ $place }) не удалось: { $error }
    Старый остался там. Новый лежит в { $path }, прочитать его можете только вы. Положите его куда нужно, потом удалите этот файл
error-login-cannot-keep = сохранить токен клиента { $tenant } не получится
error-login-nobody = вставить токен некому; передайте его через --token-stdin или --token-file ФАЙЛ
error-login-handed-over = сохранить токен в этом месте ({ $place }) не удалось: { $error }
    Чтобы он не пропал, он лежит в { $path }, прочитать его можете только вы. Положите его куда нужно, потом удалите этот файл

## Mending and taking back
error-repair-nobody = спросить некого; добавьте --yes, чтобы сделать безопасное, или --dry-run, чтобы только посмотреть
error-repair-json = --format { $format } не подходит для исправления по шагам; добавьте --yes или --dry-run
error-repair-only = в --only названо то, что работает; не работает другое
error-repair-keep-answer = сохранить ответ до другого дня не удалось
error-repair-take-back = отменить ответ не удалось
error-repair-drop-answers = отбросить прежние ответы не удалось
error-repair-journal-folder = не удалось создать папку для журнала изменений
error-repair-no-folder = нет папки, чтобы запомнить, где вы остановились; укажите её в IGDOCTOR_STATE_DIR
error-repair-needs-token = для изменения нужен токен
error-repair-no-token = нет токена, который можно обновить
error-repair-no-change = менять нечего
error-repair-app-name = --confirm-app: приложение называется «{ $app }»
error-repair-confirm-app = это затронет всех клиентов приложения «{ $app }»; чтобы подтвердить, добавьте --confirm-app '{ $app }'
error-repair-no-app = это изменение не касается приложения
error-undo-unknown = изменения { $id } нет; все изменения: igdoctor undo { $tenant } --list
error-undo-nothing = у клиента { $tenant } нечего отменять
error-undo-cannot = изменение { $id } не отменить: { $state ->
    [not-made] его и не делали
    [undone] оно уже отменено
    [token] это обновление токена, а оно не отменяется
   *[open] оно прервано, и чем всё кончилось, сейчас не узнать
}
error-undo-nobody = спросить некого; чтобы отменить, добавьте --yes
error-undo-named = изменение указывают как КЛИЕНТ:НОМЕР, например casa-azul:3; все изменения: igdoctor undo { $tenant } --list

## The sandbox
error-sandbox-unknown = неизвестный мир `{ $name }`{ $hint }; все миры: `igdoctor sandbox list`
error-sandbox-fault = пишите ПУТЬ=ЧТО, например /conversations=throttle (пустой путь — любой запрос); ЧТО — одно из: { $known }
error-sandbox-start = не удалось запустить песочницу
error-sandbox-port = не удалось занять порт { $port }
error-sandbox-listen = песочница не может принимать соединения на этом компьютере: { $error }
error-sandbox-certificate = песочница не может создать сертификат: { $error }
error-sandbox-tls = песочница не может использовать свой сертификат: { $error }
error-sandbox-address = у песочницы нет правильного адреса: { $error }
error-sandbox-ended = песочница остановилась раньше, чем была готова
sandbox-served = мир { $world } работает по адресу { $url }. Настоящих секретов здесь нет. Остановить: Ctrl-C.
sandbox-calls = запросов: { $calls }; кругов: { $rounds }

## What `tenant show` says of values
tenant-from-tenant = клиент
tenant-from-platform = платформа
tenant-from-token = токен
tenant-from-default = по умолчанию
tenant-flow-open = { $flow }, если только токен не от другого входа
tenant-any-of = { $one } или { $other }
tenant-waiver = до { $until }, { $author }: { $reason }
tenant-seen = { $answer ->
    [yes] да
   *[no] нет
}, { $by }, { $at }
tenant-file-head = Клиенты igdoctor. Секретам здесь не место: только то, откуда брать каждый.

## Explaining, forms of a report, completion
error-explain-nothing = нечего объяснять: укажите ID, причину, симптом или ошибку
error-explain-not-text = это не текст: передайте ошибку текстом в UTF-8, а не картинкой, архивом или другим файлом
error-cannot-read-stdin = не удаётся прочитать стандартный ввод
error-stdin-taken = стандартный ввод можно прочитать только один раз, и его уже читает что-то другое
error-format-plain = --format { $format }: у repair без --dry-run есть только human и json
error-step-summary = GITHUB_STEP_SUMMARY: не удаётся записать сводку: { $error }
error-shell-not-built-in = для этой оболочки автодополнения нет

## One reply
error-message-thread = укажите ID переписки или ID клиента из вебхука: он состоит только из цифр
error-message-thread-kind = --thread относится к сообщению в директ и не сочетается с --kind { $kind }
error-message-alike = сам ответ тоже считается, так что не меньше 1
error-message-no-comment = --kind comment отвечает на комментарий, значит клиент уже писал: --last-inbound never с ним не сочетается
error-message-needs-thread = { $flag } нужен только вместе с --thread: без него запросов ни к кому нет
error-message-stdin-twice = стандартный ввод не может содержать сразу и токен, и текст
error-message-world = в мире { $world } ни у кого нет токена, поэтому переписку не прочитать
error-message-begin = токена нет, а --thread обращается к Meta. Дальше можно двумя способами:
    {"  "}С токеном — в IGDOCTOR_TOKEN, --token-file или --token-stdin:
    {"    "}igdoctor message --thread ID --platform hunion --page 104512345678901
    {"  "}Без токена: посмотреть, когда клиент писал в последний раз, и указать это:
    {"    "}igdoctor message --last-inbound 2026-11-20T21:12:00Z
error-message-no-token = нет токена клиента { $tenant }: IGDOCTOR_TOKEN не задана{ $why }
    Сохранить токен:
    {"  "}igdoctor auth login { $tenant }
    Или без токена: посмотреть, когда клиент писал в последний раз, и указать это через --last-inbound вместо --thread
error-message-time = укажите время, например 2026-11-20T21:12:00Z, или never
error-message-future = --last-inbound { $time } ещё не наступило; проверьте время и часовой пояс
error-message-empty = в { $flag } нет текста
error-message-file = не удаётся прочитать { $flag } { $path }
error-message-no-file = { $flag } { $path } — не обычный файл
error-message-too-long = в { $flag } { $path } больше { $megabytes } МБ; таких длинных ответов не бывает
error-message-no-text = { $flag } { $path } — не текст в UTF-8
error-message-tag = для Instagram у Meta нет тега { $tag }{ $hint }; известны: { $known }

## Webhook requests
error-webhook-file = не удаётся прочитать { $path }
error-webhook-too-long = в { $path } больше { $megabytes } МБ; Meta отправляет намного меньше
error-webhook-header = для --header нужны имя и значение, например 'X-Hub-Signature-256: sha256=…'
error-webhook-stdin-twice = через стандартный ввод нельзя передать и заголовки, и тело

## Приём вебхуков
error-listen-address = напишите, где слушать: 127.0.0.1:8080, [::1]:8080 или один порт, например 8080, — он доступен только с этого компьютера
error-listen-in-use = на { $address } уже слушает другая программа; завершите её или выберите другой порт
error-listen-refused = не удаётся слушать на { $address }: { $error }
error-listen-no-secret = без секрета приложения нельзя верить ничему, что приходит; задайте IGDOCTOR_APP_SECRET или IGDOCTOR_INSTAGRAM_APP_SECRET
error-listen-thread = не удаётся начать слушать: { $error }

## Проследить за сообщением
error-trace-begin = нет ни клиента, ни токена: проследить за сообщением можно только с токеном или с --no-token и --listen.
    {"  "}Посмотреть, как это работает, без аккаунта:
    {"    "}igdoctor trace --sandbox message-arrives
    {"  "}Токен берётся из IGDOCTOR_TOKEN, --token-file, --token-stdin, хранилища паролей или у клиента из igdoctor.toml.
error-trace-no-token = нет токена клиента { $tenant }: IGDOCTOR_TOKEN не задана{ $why }
    Сохранить токен:
    {"  "}igdoctor auth login { $tenant }
error-trace-blind = --no-token: без токена у Meta ничего не увидеть; укажите ещё --listen или токен
error-trace-self-token = --self: без токена аккаунт не сможет написать самому себе
error-trace-consent = --self отправляет сообщение с аккаунта самому себе, а согласиться здесь некому; если вы согласны, добавьте --yes
error-trace-skip = --skip { $check }: ради этого за сообщением и следят
error-same-file = { $one } и { $other } указывают на один и тот же файл, { $path }: содержимое одного из них пропало бы
error-check-traced = { $flag } { $check }: проверка не следит за настоящими сообщениями, это делает igdoctor trace

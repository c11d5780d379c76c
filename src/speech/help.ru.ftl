### Справка командной строки и её ошибки. Английские тексты стоят в самом коде; `tests/help.rs` скажет, какого здесь не хватает.

## Команды
about = Выясняет, почему сообщения из Instagram не приходят на платформу, кто может это исправить и как
about-help = Показать эту справку или справку по команде
about-check = Проверить подключение и показать проблемы
about-repair = Исправить, что сломано: что может API — само, что может только человек — шаг за шагом
about-explain = Объяснить проверку, причину, симптом или ошибку, вставленную целиком
about-undo = Отменить то, что изменила repair
about-list = Показать список проверок
about-show = Показать сохранённый отчёт в другом виде или на другом языке
about-diff = Сказать, что изменилось между двумя сохранёнными отчётами
about-auth = Токен клиента: login, status, refresh, logout
about-auth-login = Принять токен, вставленный или полученный через браузер; до сохранения он проверяется
about-auth-status = Показать, что сохранено для клиента: где, чей токен, до какого дня, чего не хватает и что делать дальше
about-auth-refresh = Продлить сохранённый токен до окончания срока; старый удаляется, только когда новый работает
about-auth-logout = Удалить сохранённый токен с этого компьютера
about-tenant = Клиенты из igdoctor.toml: add, list, show, remove
about-tenant-add = Добавить клиента; о том, чего нет в параметрах, igdoctor спросит, если есть кому ответить
about-tenant-list = Показать список клиентов
about-tenant-show = Показать каждое значение, которое действует для клиента, и откуда оно
about-tenant-remove = Удалить клиента из файла, а его секреты — из хранилища паролей
about-sandbox = Graph API на этом компьютере, с мирами, где известно, что сломано
about-sandbox-serve = Запустить мир до Ctrl-C; он помнит своё состояние
about-sandbox-list = Показать список миров
about-completions = Вывести скрипт, с которым оболочка дополняет команды, параметры и имена
about-man = Вывести страницу руководства, чтобы читать её через man

after =
    Примеры:
      Увидеть диагноз, не имея аккаунта:
        igdoctor check --sandbox connected-tools-off
      Проверить Страницу; токен берётся из IGDOCTOR_TOKEN:
        igdoctor check --platform hunion --page 104512345678901
      Без токена узнать, на что смотреть и где:
        igdoctor check --platform hunion --no-token

    Коды завершения `check`: 0 всё в порядке, 1 есть проблемы, 2 неверный вызов, 3 узнать не удалось, 130 прервано.

## Заголовки
usage = Вызов:
heading-commands = Команды
heading-arguments = Аргументы
heading-options = Параметры
heading-the-connection = Подключение
heading-what-to-check = Что проверять
heading-how-to-ask = Как спрашивать
heading-output = Вывод
heading-through-the-browser = Через браузер

## Места для значений
value-options = ПАРАМЕТРЫ
value-command = КОМАНДА
value-tenant = КЛИЕНТ
value-number = НОМЕР
value-what = ЧТО
value-call = ЗАПРОС
value-old = СТАРЫЙ
value-new = НОВЫЙ
value-shell = ОБОЛОЧКА
value-name = ИМЯ
value-file = ФАЙЛ
value-file-har = ФАЙЛ.har
value-id = ID
value-ids = IDS
value-url = URL
value-flow = СПОСОБ
value-world = МИР
value-severity = ВАЖНОСТЬ
value-s = S
value-lang = ЯЗЫК
value-when = КОГДА
value-port = ПОРТ
value-ms = МС
value-d = D
value-f = F
value-v = V
value-key-way = КЛЮЧ=ИСТОЧНИК
value-path-what = ПУТЬ=СБОЙ

## Возможные значения
values = Возможные значения:
values-in-line = [возможные значения: { $values }]
default = [по умолчанию: { $value }]
choice-color-auto = В терминале, если окружение не говорит иного
choice-color-always = Всегда
choice-color-never = Никогда
repair-choice-format-human = Для человека за терминалом
check-choice-format-human = Для человека за терминалом
show-choice-format-human = Для человека за терминалом
show-flag-verbose = Ещё и запросы
message-choice-format-human = Для человека за терминалом
choice-format-human = Для человека
choice-format-json = Для программы
choice-format-jsonl = Для программы, которая читает во время проверки: по событию на строку
choice-format-junit = Для списка тестов CI-сервера: XML
choice-format-sarif = Для анализа кода: SARIF 2.1.0
choice-format-github = Для процесса GitHub: аннотации и сводка шага
choice-format-markdown = Для обращения в поддержку
choice-format-html = Страница для браузера

## Подключение
flag-tenant = Клиент, по имени в igdoctor.toml; параметры важнее того, что написано в файле
flag-config = Файл клиентов; иначе igdoctor.toml в этой папке, иначе в вашей папке настроек
tenant-add-flag-config = Файл клиентов; иначе igdoctor.toml в этой папке, иначе в вашей папке настроек, где он будет создан, если его нет
flag-platform = Платформа: id (`igdoctor list --platforms`) или путь к своему файлу
flag-flow = Как подключён аккаунт: facebook (вход через Facebook) или instagram (вход через Instagram)
flag-page = Id Страницы Facebook
flag-instagram = Id аккаунта Instagram (1784…)
flag-app = Id приложения Meta этой платформы; с секретом приложения в IGDOCTOR_APP_SECRET можно проверить больше
flag-instagram-app = Id её приложения Instagram; с его секретом в IGDOCTOR_INSTAGRAM_APP_SECRET запросы способа instagram подписываются
flag-callback-url = Адрес, на который Meta должна присылать события
flag-data-deletion-url = Адрес для запросов на удаление данных, для проверки data-deletion-callback
flag-deauthorize-url = Адрес, куда Meta сообщает, что человек удалил приложение, если он не указан в настройках приложения
flag-platform-url = Адрес самой платформы, если он у неё есть
flag-stored-account-id = Id аккаунта, как его хранит платформа
flag-token-file = Прочитать токен из этого файла, который можете читать только вы
flag-token-stdin = Прочитать токен из стандартного ввода
flag-no-token = Проверить без токена: испытать, что доступно всем, и перечислить, на что должен посмотреть человек
flag-allow-private = Считать частные адреса общедоступными, внутри своей сети

## check
check-flag-sandbox = Проверить этот мир песочницы (`igdoctor sandbox list`): ни аккаунт, ни сеть не нужны
flag-evidence = Оценить сохранённые данные на тот момент, когда они получены; токен не нужен
flag-save-evidence = Сохранить ответы, без секретов, чтобы их можно было оценить снова
check-flag-no-input = Ни о чём не спрашивать того, кто запустил, даже о том, какой из нескольких клиентов имеется в виду
flag-all = Проверить всех клиентов из файла
check-flag-only = Только эти проверки и те, которые им нужны
flag-skip = Все проверки, кроме этих
flag-with = Необязательные части: signed-event отправляет на адрес обратного вызова два события без содержания, одно из них с неверной подписью; data-deletion-callback отправляет такие же запросы о пользователе, которого не может быть
flag-symptom = Только то, из-за чего бывает это: no-messages, no-comments, reply-fails, private-reply-fails
flag-fail-on = С какой важности проблемы дают код завершения 1: error (если не сказано иное) или warning
flag-strict = Завершиться с кодом 3, если что-то осталось неясным или за человеком
flag-graph-url = Заменяет все серверы Meta; https, а на этом компьютере и http
flag-graph-version = Версия Graph API
flag-timeout = Сколько может длиться вся проверка (90s, 5m, 2h)
flag-trace-http = Записать запросы и ответы, без секретов, в формате HAR

## Вывод
flag-format = Вид результата
flag-lang = Язык текста: en, pt-BR или ru
flag-color = Когда использовать цвет
flag-accessible = Для программ чтения с экрана: без рамок, значков и движущегося текста
flag-output = Записать результат в этот файл; `-` — стандартный вывод
flag-quiet = Только проблемы и последняя строка
flag-verbose = Ещё и запросы; дважды: с их временем
flag-help = Показать справку
flag-help-more = Показать справку (подробнее: '--help')
flag-help-more-long = Показать справку (кратко: '-h')
flag-version = Показать версию

## repair и undo
repair-flag-sandbox = Исправить этот мир песочницы (`igdoctor sandbox list`): ни аккаунт, ни сеть не нужны; потом он исчезнет
repair-flag-dry-run = Показать, что было бы изменено, и ничего не менять
repair-flag-yes = Применить без вопросов то, что безопасно; что требует осторожности — только если названо в --only
repair-flag-only = Исправить только то, что нашли эти проверки
flag-handover = Написать страницу для поддержки: что было не так, что сделано, что осталось и за кем
flag-confirm-app = Имя приложения, чтобы подтвердить изменение, которое касается всех его клиентов
flag-no-input = Ни о чём не спрашивать того, кто запустил
flag-list = Показать список изменений и ни одного не отменять
undo-flag-dry-run = Показать, что было бы отменено, и ничего не отменять
flag-yes = Не спрашивать сначала

## list
flag-platforms = Вместо проверок показать список платформ

## auth
auth-flag-tenant = Клиент, по имени в igdoctor.toml
auth-flag-app = Id приложения Meta этой платформы, вместо указанного у клиента
auth-flag-instagram-app = Id её приложения Instagram, вместо указанного у клиента
flag-browser = Войти через браузер
flag-loopback = Принять ответ на этом порту этого компьютера, если у приложения в списке есть http://localhost:ПОРТ/ (обычно только в режиме разработки)
flag-redirect-url = Адрес, на котором браузер закончит; он должен быть у приложения среди действительных URI перенаправления для OAuth
flag-config-id = Конфигурация входа через Facebook для компаний, вместо разрешений
flag-rerequest = Снова запросить разрешения, в которых раньше отказали
flag-no-open = Не открывать браузер, только показать адрес
flag-anyway = Сохранить токен, даже если он от другого приложения, для другой Страницы или сейчас его нельзя проверить

## tenant
tenant-add-flag-name = Его имя: только буквы, цифры, - _ и .
tenant-remove-flag-name = Его имя
tenant-add-flag-app = Id приложения Meta этой платформы
tenant-add-flag-instagram-app = Id её приложения Instagram
flag-department = Отдел, к которому относится Страница, если на платформе есть отделы
flag-stored-username = Имя аккаунта, как его хранит платформа
flag-login-config-id = Конфигурация входа через Facebook для компаний, если она у приложения есть
flag-login-redirect-url = Адрес, на котором браузер закончит после входа; он должен быть у приложения в списке
flag-secret = Откуда секрет: КЛЮЧ=env:ИМЯ, КЛЮЧ=file:ПУТЬ или КЛЮЧ=keyring, где КЛЮЧ — token (токен), app_secret, instagram_app_secret или verify_token; можно повторять

## sandbox
flag-world = Мир (`igdoctor sandbox list`)
flag-port = Порт Graph API; если не указан, любой свободный
flag-latency = Сколько миллисекунд ждать перед каждым ответом Graph API
flag-fault = Сделать так, чтобы запросы не удавались, ПУТЬ=СБОЙ: throttle, transient, cut, drop, hang, html, redirect, huge, loop, usage, hostile; можно повторять

## explain
flag-what = Проверка, причина, симптом, ошибка вроде 190/463 или ошибка, вставленная целиком; `-` читает стандартный ввод
flag-call = Запрос, на который пришла ошибка, например "POST /me/messages"
explain-flag-flow = Как подключён аккаунт: facebook или instagram
explain-flag-platform = Платформа, для шагов внутри неё: id (`igdoctor list --platforms`) или свой файл

## show, diff и check --compare
flag-file = Отчёт, как его записала `igdoctor check --format json`, по одному клиенту или по --all; `-` — стандартный ввод
flag-old = Прежний отчёт, как его записала `igdoctor check --format json`; `-` — стандартный ввод
flag-new = Более поздний отчёт
diff-flag-fail-on-new = Завершиться с кодом 1, если появилась новая проблема
diff-flag-fail-on = С какой важности считать проблемы: error или warning (если не сказано, как в более позднем отчёте)
diff-flag-quiet = Только новое и изменившееся
diff-flag-verbose = Ещё и то, что осталось прежним
flag-compare = Сказать, что появилось, исчезло или изменилось с этого отчёта, записанного с --format json; он должен быть на месте и об этом клиенте
flag-fail-on-new = Завершиться с кодом 1 только из-за того, что с того отчёта появилось или стало важнее, и с кодом 3, если проблему не с чем сравнить
after-show =
    Текст пишется заново на языке из --lang, IGDOCTOR_LANG или этого компьютера, иначе на английском; язык, на котором отчёт сохранён, не важен.

    Код завершения 0, что бы ни говорилось в отчёте, и 2, если его нельзя прочитать.
after-diff =
    новое: проблема там, где её не было. исчезло: проблема, которой больше нет. изменилось: у проблемы другая причина, другой итог, другая важность, или она о другом. Что в одном из отчётов осталось неясным, не считается ни новым, ни исчезнувшим; оно перечислено отдельно.

    Новой считается проблема не ниже важности из --fail-on, которая появилась, имеет другую причину или стала важнее. Код завершения с --fail-on-new: 1, если есть новая проблема; 3, если проблему не с чем сравнить или в новом отчёте нет ясности; иначе 0. Без этого параметра: 0. Файл нельзя прочитать: 2.

## completions и man
flag-shell = Оболочка, которая будет дополнять
flag-command = Команда, о которой страница, например `auth login`; без неё — сам igdoctor

## Неверный вызов
wrong-unknown = неизвестный аргумент: { $argument }
wrong-command = неизвестная команда: { $command }
wrong-no-command = после { $command } нужна ещё команда
wrong-missing = не хватает обязательных аргументов:
wrong-no-value = для { $argument } нужно значение
wrong-value = неверное значение «{ $value }» для { $argument }
wrong-twice = { $argument } можно указать только один раз
wrong-conflict = { $argument } нельзя указать вместе с { $other }
wrong-conflicts = { $argument } нельзя указать вместе с:
wrong-too-many = лишнее значение «{ $value }» для { $argument }
wrong-number = неверное число значений для { $argument }: { $given }, а нужно { $needed }
wrong-no-equals = значение для { $argument } нужно писать после знака равенства
wrong-not-text = аргумент не является текстом UTF-8
tip-meant = возможно, имелось в виду: { $meant }
tip-as-value = чтобы передать «{ $value }» как значение, напишите: { $command }
try-help = Подробнее: --help.

## Ответ
about-message = Говорит, был бы принят ответ, ещё до отправки
after-message =
    Ничего не отправляется. Что не указано, остаётся вопросом к человеку и ошибкой не считается.

    Коды завершения: 0 ответ был бы принят, насколько указано; 1 был бы отклонён; 2 неверный вызов; 3 что-то осталось неясным, при --strict.
heading-the-reply = Ответ
flag-alike-in-5-min = Сколько сообщений с одинаковым текстом отправляется за 5 минут, вместе с этим
flag-content = Что ещё в ответе, например forwarded-reel или gif-or-sticker
flag-from = От кого ответ, если платформа требует это назвать: ID канала или имя аккаунта
flag-human-agent = Пишет человек, и ответ идёт с тегом HUMAN_AGENT, который Meta одобрила для приложения
flag-image = Картинка в ответе; можно повторять
flag-kind = Что это: direct (сообщение в директ), private-reply (сообщение в директ в ответ на комментарий) или comment (публичный ответ)
flag-last-inbound = Когда клиент писал в последний раз, или never; для личного ответа — когда оставлен комментарий
flag-private-replies = Сколько личных ответов на этот комментарий уже отправлено
flag-tag = Тег, с которым идёт сообщение
flag-text = Текст ответа
flag-text-file = Текст ответа из этого файла; `-` — стандартный ввод; перевод строки в конце не считается
flag-to = Кому: ID клиента из вебхука или ID комментария
value-kind = ВИД
value-kinds = ВИДЫ
value-t = ТЕКСТ
value-tag = ТЕГ
value-time = ВРЕМЯ

## Запросы вебхуков
about-webhook = Запросы вебхуков: verify
about-webhook-verify = Говорит, что в сохранённом запросе вебхука и верна ли подпись
after-webhook-verify =
    Секрет приложения берётся из IGDOCTOR_APP_SECRET, секрет приложения Instagram — из IGDOCTOR_INSTAGRAM_APP_SECRET, либо оттуда, где их хранит клиент; подписать может любой. То, что написали клиенты, считается, но не показывается.

    Коды завершения: 0 подпись верна, 1 неверна или её нет, 2 неверный вызов, 3 нет секрета для проверки.
heading-the-request = Запрос
webhook-verify-flag-file = Запрос как текст HTTP: заголовки, пустая строка, тело; `-` — стандартный ввод
flag-body = Только тело, байт в байт; `-` — стандартный ввод
flag-headers = Заголовки, по одному на строку
flag-header = Заголовок, например 'X-Hub-Signature-256: sha256=…'; можно повторять
webhook-verify-flag-tenant = Клиент по имени из igdoctor.toml: учитываются его секреты и ID
webhook-verify-flag-quiet = Только подпись
value-name-value = ИМЯ: ЗНАЧЕНИЕ

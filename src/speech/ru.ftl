### Strings of the interface. The words of a check stand in its own file.

## Whom a text is about
about-account = { $form ->
    [gen] @{ $name }
    [dat] @{ $name }
    [acc] @{ $name }
    [ins] @{ $name }
    [prep] @{ $name }
   *[plain] @{ $name }
}
about-account-unknown = { $form ->
    [gen] аккаунта Instagram
    [dat] аккаунту Instagram
    [acc] аккаунт Instagram
    [ins] аккаунтом Instagram
    [prep] аккаунте Instagram
   *[plain] аккаунт Instagram
}
about-page = { $form ->
    [gen] Страницы «{ $name }»
    [dat] Странице «{ $name }»
    [acc] Страницу «{ $name }»
    [ins] Страницей «{ $name }»
    [prep] Странице «{ $name }»
   *[plain] Страница «{ $name }»
}
about-page-unknown = { $form ->
    [gen] Страницы
    [dat] Странице
    [acc] Страницу
    [ins] Страницей
    [prep] Странице
   *[plain] Страница
}
about-app = { $form ->
    [gen] приложения «{ $name }»
    [dat] приложению «{ $name }»
    [acc] приложение «{ $name }»
    [ins] приложением «{ $name }»
    [prep] приложении «{ $name }»
   *[plain] приложение «{ $name }»
}
about-app-unknown = { $form ->
    [gen] приложения платформы
    [dat] приложению платформы
    [acc] приложение платформы
    [ins] приложением платформы
    [prep] приложении платформы
   *[plain] приложение платформы
}
about-platform = { $form ->
    [gen] { $name }
    [dat] { $name }
    [acc] { $name }
    [ins] { $name }
    [prep] { $name }
   *[plain] { $name }
}
about-platform-own = { $form ->
    [gen] вашего приложения
    [dat] вашему приложению
    [acc] ваше приложение
    [ins] вашим приложением
    [prep] вашем приложении
   *[plain] ваше приложение
}
about-platform-any = { $form ->
    [gen] платформы
    [dat] платформе
    [acc] платформу
    [ins] платформой
    [prep] платформе
   *[plain] платформа
}
about-reconnect-any = На платформе подключите аккаунт Instagram заново.

## Dates
date = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } г.

## Outcomes
outcome-pass = в порядке
outcome-warn = внимание
outcome-fail = ошибка
outcome-unknown = неясно
outcome-ask = вопрос
outcome-skipped = пропущено
outcome-waived = исключение

## Areas
area-access = Доступ
area-account = Аккаунт Instagram
area-page = Страница
area-app = Приложение
area-webhook = Вебхук
area-platform = Платформа
area-messages = Сообщения
area-reply = Ответ

## Who can mend it
actor-account-owner = владелец аккаунта Instagram
actor-page-admin = администратор Страницы Facebook
actor-app-developer = разработчик приложения Meta
actor-platform-operator = тот, кто управляет платформой
actor-meta = Meta
actor-igdoctor = разработчики igdoctor

## Why something is skipped
because-request = пропущено из-за --skip
because-opt-in = только по запросу
because-platform = на этой платформе такого нет
because-flow = при таком способе подключения этого нет
because-check = не проверено из-за { $check }
because-access-none = нужен токен
because-access-app = нужны ID и секрет приложения
because-access-more = с имеющимся доступом этого не видно
because-config = не задано, с чем сравнивать
because-usage = лимиты Meta почти исчерпаны
because-interrupted = прервано до этой проверки

## The human report
head-access-none = без токена
head-access-token = токен
head-access-app = токен и секрет
head-flow-facebook = вход через Facebook
head-flow-instagram = вход через Instagram
path-title = Путь сообщений
path-stops = здесь сообщения застревают
path-open = поломок не видно, насколько можно судить отсюда
path-person = в порядке ли этот путь, может увидеть только человек
path-clear = на всём пути поломок не видно
path-lost = на пути поломок не видно, и всё же сообщения теряются
column-check = проверка
column-outcome = итог
column-says = утверждение или почему не проверено
found-by-person = проверено человеком{ $by ->
    [none] {""}
   *[other] {" "}({ $by })
}{ $at ->
    [none] {""}
   *[other] {" "}{ $at }
}
found-by-thumb = по приблизительному признаку: писали не меньше трёх разных людей, и одного из них Meta показывает
finding-why = Почему это важно
finding-who = Кто может исправить
finding-also = Также
finding-more = Подробнее
evidence-error = ошибка Meta { $code }
evidence-trace = трассировка { $trace }
evidence-ms = { $stage } { $ms } мс
finding-evidence = Основание
finding-mend = igdoctor может исправить это сам
finding-next = Потом проверьте снова
findings-symptom = «{ $symptom }»: сначала то, что вероятнее всего за этим стоит.
findings-title = { $count ->
    [one] { $count } проблема
    [few] { $count } проблемы
   *[many] { $count } проблем
}
unknown-title = { $count ->
    [one] { $count } пункт выяснить не удалось
    [few] { $count } пункта выяснить не удалось
   *[many] { $count } пунктов выяснить не удалось
}
waived-title = { $count ->
    [one] { $count } проблема, которую решено не исправлять
    [few] { $count } проблемы, которые решено не исправлять
   *[many] { $count } проблем, которые решено не исправлять
}
waived-by = решение действует до { $until } ({ $author }): { $reason }
ask-title = { $count ->
    [one] { $count } пункт, который может увидеть только человек
    [few] { $count } пункта, которые может увидеть только человек
   *[many] { $count } пунктов, которые может увидеть только человек
}
open-title = { $count ->
    [one] { $count } открытый вопрос
    [few] { $count } открытых вопроса
   *[many] { $count } открытых вопросов
}
walk-title = { $count ->
    [one] Посмотрите { $count } пункт: он должен быть верен
    [few] Посмотрите { $count } пункта в этом порядке: каждый должен быть верен
   *[many] Посмотрите { $count } пунктов в этом порядке: каждый должен быть верен
}
pages-title = Страницы
pages-page = Страница
pages-granted = доступ дан
pages-linked = связана
pages-expected = ожидается
yes = да
no = нет
notes-title = Примечания
close-healthy = Всё в порядке
close-healthy-warnings = Всё в порядке, но есть предупреждения
close-nothing = Ничего не проверено
close-findings = Что-то не работает
close-findings-warning = Есть предупреждения
close-inconclusive = Точно сказать нельзя
close-interrupted = Прервано
close-counts = в порядке { $pass }, предупреждений { $warn }, ошибок { $fail }, неясно { $unknown }, вопросов { $ask }, пропущено { $skipped }{ $waived ->
    [0] {""}
   *[other] , исключений { $waived }
}
close-secret = { $count ->
    [one] { $count } проверке нужны
    [few] { $count } проверкам нужны
   *[many] { $count } проверкам нужны
} ID и секрет приложения (--app и IGDOCTOR_APP_SECRET либо `app` и `secrets.app_secret` клиента).
close-time = { $calls ->
    [0] без запросов к Meta
    [one] { $calls } запрос к Meta
    [few] { $calls } запроса к Meta
   *[many] { $calls } запросов к Meta
} за { $seconds } с
close-not-checked = Не проверено: { $checks }
close-saved = Отчёт сохранён в { $path }.

## Notes
note-usage = Лимиты Meta почти исчерпаны (использовано { $percent } %), поэтому эти данные не запрашивались: { $questions }.
note-graph-version = Meta ответила в версии { $answered }, хотя запрашивалась { $requested }: запрошенная версия, вероятно, больше не поддерживается.
note-callback-probe = Адрес обратного вызова проверялся прямо с этого компьютера. Фильтр, который пропускает только Meta или не пропускает только Meta, отсюда не виден.
note-online-unproven = О том, что кто-то в сети, говорит сама платформа. Это ещё не значит, что на месте человек: бот или настройка, которая разрешает принимать чаты без операторов, тоже дают статус «в сети». Кто на месте, видно только в списке операторов.
note-events-unsent = Подписанные события на адрес обратного вызова не отправлялись: подписать их может только тот, у кого есть секрет приложения.
note-routing-status = Статус маршрутизации переписки по данным самой Meta: { $status }. Что он значит, в документации не сказано; о нём может спросить поддержка Meta.
note-provider-app-restricted = У всех клиентов приложения { $app } (их { $count }) проверка { $check } не проходит по одной и той же причине ({ $cause }). Дело в приложении, а не в клиентах: исправить это должен тот, кто управляет приложением, один раз для всех.
note-tenant-not-checked = Не удалось проверить клиента { $tenant }: { $why }
note-tenants-left = Проверка прервана раньше, чем до них дошла очередь: { $tenants }
note-waiver-invalid = { $problem ->
    [expired] Исключение для { $check } действовало до { $until }, и теперь эта проблема снова учитывается.
    [unknown-check] В исключении указана проверка «{ $check }», а такой нет{ $hint ->
        [none] {""}
       *[other] {" "}(возможно, имелось в виду «{ $hint }»?)
    }. Это исключение ни на что не действует.
   *[unknown-cause] В исключении для { $check } указана причина «{ $cause }», а такой нет{ $hint ->
        [none] {""}
       *[other] {" "}(возможно, имелось в виду «{ $hint }»?)
    }. Это исключение ни на что не действует.
}
note-waiver-unused = Исключение для { $check }{ $cause ->
    [none] {""}
   *[other] {" "}({ $cause })
} сейчас ни на что не действует; возможно, его пора убрать.
note-answer-old = С тех пор как это смотрели ({ $check }, { $at }), прошло больше 90 дней, и ответ больше не учитывается. Посмотрите ещё раз.
note-standby-off = Поле вебхука `standby` выключено. Пока приложением по умолчанию выбрано другое, сообщения могут приходить только через это поле.

## Many tenants
all-tenant = клиент
all-verdict = итог
all-what = что найдено
all-healthy = в порядке
all-warnings = в порядке, есть предупреждения
all-findings = не работает
all-findings-warning = предупреждения
all-inconclusive = неясно
all-interrupted = прервано
all-failed = не проверено
all-asks = { $count ->
    [0] {""}
    [one] посмотреть { $count } пункт
    [few] посмотреть { $count } пункта
   *[many] посмотреть { $count } пунктов
}
all-closing = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
}: в порядке { $healthy }, с проблемами { $findings }, неясно { $inconclusive }{ $interrupted ->
    [0] {""}
   *[other] , прервано { $interrupted }
}{ $failed ->
    [0] {""}
   *[other] , не проверено { $failed }
}

## The page
page-skip = Перейти к отчёту
page-language = Язык
page-foot = Создано igdoctor. Эта страница ничего не загружает извне и никуда ничего не отправляет.
page-tenants = Клиенты
page-contents = На этой странице
page-stops-account = Сообщения застревают на аккаунте Instagram
page-stops-page = Сообщения застревают на Странице
page-stops-app = Сообщения застревают на приложении
page-stops-webhook = Сообщения застревают на вебхуке
page-stops-platform = Сообщения застревают на платформе
page-access-broken = Что-то не так с доступом
page-platform = Платформа
page-connection = Подключение
page-account = Аккаунт Instagram
page-checked = Проверено
page-everyone = все
page-found = Что найдено
page-steps = Что делать
page-unknown = Что выяснить не удалось
page-asks = Что может увидеть только человек
page-open = Открытые вопросы
page-walk = Посмотрите в этом порядке; каждый пункт должен быть верен
page-waived = Что решено не исправлять
page-accepted-by = Кто решил
page-accepted-until = Действует до
page-accepted-why = Причина
page-checks = Все проверки
page-checks-all = Каждая проверка и её итог

## Tenants
tenant-name = клиент
tenant-platform = платформа
tenant-id = Страница или аккаунт
tenant-token = откуда токен
tenant-key = настройка
tenant-value = значение
tenant-from = откуда
tenant-unset = Не задано: { $keys }
tenant-variable-unused = Переменная { $variable } задана, но не используется: для клиента { $tenant } значение берётся из другого места.
tenant-closing = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
} в { $path }.
tenant-no-tenants = В { $path } пока нет ни одного клиента. Добавьте первого:
    igdoctor tenant add
tenant-ask-name = Имя клиента, например casa-azul
tenant-ask-platform = Какая платформа для сообщений?
tenant-ask-flow = Как подключён аккаунт?
tenant-ask-page = ID Страницы Facebook, только цифры (Enter — пропустить)
tenant-ask-instagram = ID аккаунта Instagram, 1784… (Enter — пропустить)
tenant-ask-app = ID вашего приложения Meta (Enter — пропустить)
tenant-ask-instagram-app = ID его приложения Instagram (Enter — пропустить)
tenant-added = Клиент { $tenant } записан в { $path }.
    Сохранить токен:        igdoctor auth login { $tenant }
    Проверить:              igdoctor check { $tenant }
    Без токена:             igdoctor check { $tenant } --no-token
tenant-remove-ask = Удалить клиента { $tenant } из { $path }, а его секреты из хранилища паролей?
tenant-removed = Клиента { $tenant } больше нет в { $path }, и в хранилище паролей от него ничего не осталось.
tenant-kept = Ничего не удалено.

## Logging in
login-ask-tenant = Какой клиент?
login-paste-token = Вставьте токен
login-open = Откройте этот адрес в браузере, войдите и дайте согласие:
login-waiting = Ждём ответа из браузера …
login-paste-address = Вставьте целиком адрес, на котором остановился браузер
login-short = Этот токен перестанет действовать примерно через час: обменять его на долгосрочный можно только с секретом приложения.
login-exchanged = Это был краткосрочный токен; он обменян на долгосрочный.
login-kept = Токен клиента { $tenant } сохранён{ $until ->
    [none] {""}
   *[other] {" "}(действует до { $until })
}. Где он: { $place }.
login-renewed = У клиента { $tenant } новый токен{ $until ->
    [none] {""}
   *[other] {" "}(действует до { $until })
}. Где он: { $place }.
login-not-kept-foreign = Токен не сохранён: здесь нужен другой. (С --anyway он всё же будет сохранён.)
login-not-kept-dead = Токен не сохранён: Meta его не принимает.
login-never-ends = Токен клиента { $tenant } бессрочный, обновлять нечего.
login-not-kept-unknown = Токен не сохранён: не удалось выяснить, что это за токен. Попробуйте ещё раз позже, когда это получится, или добавьте --anyway.
login-again = Не выдано: { $permissions }. Войти ещё раз и запросить это?
login-lacking = Не хватает: { $permissions }. Получить это можно только с согласия человека при новом входе:
    igdoctor auth login { $tenant } --browser --rerequest
login-lacking-elsewhere = Не хватает: { $permissions }. Получить это можно только с согласия человека, там, где создавали токен.
status-tenant = клиент
status-source = откуда токен
status-token = токен
status-none = нет
status-why = причина
status-kind = чей
status-of-page = Страницы
status-of-user = человека
status-of-account = аккаунта Instagram
status-app = приложение
status-ends = истекает
status-never = никогда
status-unknown = неизвестно (видно только с секретом приложения или после входа через igdoctor)
status-data-access = доступ к данным истекает
status-missing = не хватает разрешений
status-next = Дальше
status-well = Делать ничего не нужно.
status-not-told = Выяснить, работает ли токен, не удалось.
logout-done = Токена клиента { $tenant } больше нет в этом месте: { $place }. В Meta он действует, пока не истечёт или пока его владелец его не отзовёт: на Facebook в разделе «Настройки» → «Бизнес-интеграции», в Instagram в разделе «Разрешения для сайтов» → «Приложения и сайты».
logout-nothing = Токена клиента { $tenant } в этом месте не было: { $place }.

## Repair
repair-nothing = Исправлять нечего.
repair-dry = Ничего не изменено. Что скрывается за этими проблемами, станет видно, когда они будут исправлены.
repair-kind-safe = безопасно: касается только этого клиента, можно отменить
repair-kind-careful = осторожно: посмотрите дважды
repair-kind-manual = это должен сделать человек
repair-call = запрос
repair-before = было
repair-after = станет
repair-not-connected = не подключено
repair-no-fields = ничего
repair-touches = касается
repair-touches-tenant = только этого клиента
repair-touches-app = всех, кто пользуется приложением «{ $app }»
repair-touches-token = сохранённого токена и всех, кто им пользуется
repair-undo = отмена
repair-undo-all = igdoctor undo { $tenant }
repair-undo-activation = igdoctor undo { $tenant } уберёт поля; если вебхук при этом был включён, он останется включённым
repair-undo-verify-token = igdoctor undo { $tenant } уберёт поля; токен подтверждения в Meta останется тот, который задаётся сейчас
repair-undo-token = невозможна: обновлённый токен останется обновлённым
repair-ask-no-token = Токена нет. Пройти без него инструкцию платформы, вопрос за вопросом?
repair-ask-app = Это касается всех, кто пользуется приложением. Чтобы продолжить, введите его название: { $app } (Enter — оставить как есть)
repair-wrong-app = Это не название приложения.
repair-open-happened = Прошлое исправление { $check } было прервано, но изменение внесено; igdoctor undo { $id } его отменит.
repair-open-keep = Оставить изменение? (Если нет, оно будет отменено.)
repair-open-not-happened = Прошлое исправление { $check } было прервано раньше, чем что-то изменилось.
repair-open-taken-back = Отмена { $id } ({ $check }) была прервана, но изменение отменено.
repair-open-stays = Отмена { $id } ({ $check }) была прервана раньше, чем что-то изменилось; изменение по-прежнему действует.
repair-open-unknown = Прошлое исправление { $check } было прервано; внесено ли изменение, сейчас узнать нельзя.
repair-blocked-callback = { $check }: пока нельзя. Сначала адрес обратного вызова должен отвечать так, как требует Meta, иначе Meta снова отменит подписку.
repair-blocked-verify-token = { $check }: нужен токен подтверждения для адреса обратного вызова (IGDOCTOR_VERIFY_TOKEN или secrets.verify_token клиента).
repair-blocked-app-secret = { $check }: нужны ID и секрет приложения.
repair-blocked-callback-url = { $check }: нужен адрес, который должна вызывать Meta (--callback-url).
repair-blocked-app = { $check }: неизвестно, какому приложению принадлежит токен (--app).
repair-blocked-page-token = { $check }: токен Страницы не обновляют; новый появится, если войти заново.
repair-not-asked = { $check }: здесь нужна осторожность, поэтому выполняется, только если назвать прямо: --only { $check } --yes
repair-declined = { $check }: оставлено как есть.
repair-done = { $check }: готово, и Meta это показывает. Отменить: igdoctor undo { $id }
repair-done-without = { $check }: готово, и Meta это показывает; эти поля Meta не принимает: { $more }. Отменить: igdoctor undo { $id }
repair-was-right = { $check }: уже было в порядке; ничего не записано.
repair-refused = { $check }: Meta отказала, ничего не изменено: { $more }
repair-by-hand = { $check }: Meta не разрешает менять это через API, ничего не изменено ({ $more }). Это делают вручную в панели приложений; шаги ниже.
repair-by-hand-not-taken = { $check }: Meta не приняла изменение. Это делают вручную в панели приложений; шаги ниже.
repair-not-taken = { $check }: Meta не приняла изменение. Попробуйте позже; если не поможет, сделайте это вручную в панели приложений.
repair-unknown = { $check }: узнать, внесено ли изменение, не удалось ({ $more }). Следующее исправление посмотрит снова.
repair-unreadable = { $check }: прочитать, что там сейчас, не удалось ({ $more }), поэтому ничего не записано.
repair-renewed = { $check }: токен обновлён. Где новый: { $more }.
repair-not-renewed = { $check }: обновить токен не удалось: { $more }

## Guided repair
symptom-no-messages = Не приходят сообщения в директ
symptom-no-comments = Не приходят комментарии
symptom-reply-fails = Не отправляются ответы
symptom-private-reply-fails = Не отправляется личный ответ на комментарий
symptom-unknown = Не знаю
guided-ask-symptom = Что происходит?
guided-resume = { $at } вы начали и остановились на полпути. Продолжить с того же места?
guided-step = Шаг { $step }: { $title }
guided-step-page = Шаг { $step } ({ $page } из { $pages }): { $title }
guided-see = Что вы видите?
guided-see-now = А что вы видите теперь?
guided-where = Вот где посмотреть:
guided-yes = Да
guided-no = Нет
guided-dont-know = Не знаю
guided-leave-open = Всё равно не знаю, дальше
guided-what-now = Что теперь?
guided-mend = Исправить сейчас
guided-mend-safe = igdoctor может исправить это за вас прямо сейчас, через API Meta. Это касается только этого подключения, и это можно отменить. Для тех, кто хочет знать точно:
guided-mend-careful = igdoctor может исправить это за вас прямо сейчас, через API Meta. Посмотрите дважды: это касается не только этого подключения или не может быть отменено. А именно:
guided-done = Готово, проверить снова
guided-open = Открыть страницу Meta об этом в браузере
guided-opened = Если браузер не открылся, вот эта страница: { $link }
guided-back = Назад
guided-skip = Пропустить
guided-stop = На сегодня хватит
guided-help = Помощь
guided-read-on = Читать дальше
guided-from-top = Перечитать с начала
guided-to-step = Вернуться к шагу
guided-help-who = Кто может это сделать: { $actor }. Если это не вы, отправьте эти шаги тому, кто может, выберите «Пропустить» и вернитесь позже.
guided-help-link = Страница Meta об этом: { $link }
guided-still = Пока нет: Meta показывает то же, что и раньше. Изменения могут появиться через минуту-две.
guided-not-yet = Значит, пока нет. Изменения могут появиться через минуту-две; обновите страницу и посмотрите ещё раз.
guided-other = Это изменилось, но кое-что осталось: { $message }
guided-untold = Сейчас выяснить не удалось. { $message }
guided-hidden = Тем временем сломалось что-то ещё, и оно мешает это проверить.
guided-now-right = Теперь всё верно.
guided-filed = Ваш ответ сохранён, но в igdoctor.toml указано другое, и оно важнее: измените там.
guided-nothing = Ничего не сломано, и смотреть вам больше нечего.
guided-end = Это был последний шаг. Вот как всё обстоит теперь:
guided-handover = Страница для поддержки сохранена в { $path }.
guided-stopped = Остановлено. Продолжить можно в любой день: { $command }
guided-stopped-sandbox = Остановлено. Мир песочницы до другого дня не сохраняется.

## Handover
handover-title = igdoctor: { $tenant }
handover-about = Подключение аккаунта Instagram, платформа: { $platform } (исправление начато { $began }).
handover-page = Страница Facebook: { $id }
handover-account = Аккаунт Instagram: { $id }
handover-symptom = Что происходит: { $symptom }
handover-found = Что было не так
handover-none = Ничего сломанного не найдено.
handover-did = Что сделано
handover-nothing = Пока ничего.
handover-by-igdoctor = сделано igdoctor через API Meta
handover-by-person = сделано человеком в интерфейсе Meta
handover-seen = Что человек посмотрел и нашёл верным
handover-left = Что осталось
handover-well = Ничего не осталось.
handover-for = Кто может это сделать: { $actor }.

## Explain
explain-check = Проверка { $id }
explain-cause = Причина { $id }
explain-symptom = Симптом { $id }
explain-error = Ошибка Meta { $code }
explain-error-http = Статус HTTP { $code }
explain-text = Известный текст
explain-also-pasted = Ещё во вставленном тексте
explain-means = Что имеет в виду Meta
explain-trace = ID трассировки для поддержки Meta
explain-states = Что утверждается
explain-not-holding = Тогда это не так
explain-needs = Проверяется только после
explain-needs-nothing = ни от чего не зависит
explain-tier = Что для этого нужно
explain-tier-none = ничего: токен не нужен
explain-tier-token = токен
explain-tier-app = токен, а также ID и секрет приложения
explain-symptoms = Что видят люди
explain-check-it = Проверить
explain-more = Шаги
explain-a-cause = igdoctor explain ПРИЧИНА
explain-causes = { $count ->
    [1] Причина
    [one] Причины: { $count }
    [few] Причины: { $count }
   *[many] Причины: { $count }
}
explain-questions = { $count ->
    [one] Что может посмотреть человек: { $count } вопрос
    [few] Что может посмотреть человек: { $count } вопроса
   *[many] Что может посмотреть человек: { $count } вопросов
}
explain-symptom-checks = { $count ->
    [one] Это ищет { $count } проверка, в порядке пути сообщений
    [few] Это ищут { $count } проверки, в порядке пути сообщений
   *[many] Это ищут { $count } проверок, в порядке пути сообщений
}
explain-symptom-causes = { $count ->
    [one] { $count } причина, которую не видит ни одна проверка
    [few] { $count } причины, которых не видит ни одна проверка
   *[many] { $count } причин, которых не видит ни одна проверка
}
explain-ranked = { $count ->
    [1] Причина
    [one] { $count } возможная причина, сначала самая вероятная
    [few] { $count } возможные причины, сначала самая вероятная
   *[many] { $count } возможных причин, сначала самая вероятная
}
explain-only-calls = Только для запроса, в котором есть
explain-add-call = Что это значит, зависит от запроса, на который пришёл такой ответ. Укажите запрос, и объяснение будет точнее: --call "GET /me/accounts"
explain-certain = точно
explain-likely = вероятно
explain-possible = возможно
explain-none = Об этом ничего не известно.
explain-none-meant = Об этом ничего не известно. Возможно, имелось в виду «{ $name }»?
explain-none-code = Ошибка Meta { $code } здесь не известна.
explain-none-subcode = Ошибка Meta { $code } с таким подкодом здесь не известна. В целом этот код означает: { $says }
explain-none-throttled = Ошибка Meta { $code } здесь не известна. Такие числа обозначают ограничения на количество запросов.
explain-none-permission = Ошибка Meta { $code } здесь не известна. Числа от 200 до 299 обозначают разрешения.
explain-none-hint = Укажите проверку (их показывает igdoctor list), причину, симптом ({ $symptoms }), надпись на экране, ошибку вида 190/463 или вставьте ошибку целиком: её прочитает igdoctor explain -
explain-value-account-id = 1784…
explain-value-stored-id = другой
explain-value-date = определённой даты
explain-value-most-bytes = 1000
explain-value-word = …
explain-value-token-flow = один способ входа
explain-value-flow = другой

## Undo
undo-what = { $id }, { $check }. Будет убрано: { $fields }. Добавлено запросом { $call }
undo-ask = Отменить это?
undo-done = { $id } отменено, и Meta это показывает.
undo-nothing = { $id }: от этого уже ничего не осталось.
undo-empty = Пока ничего не менялось.
undo-change = изменение
undo-when = когда (UTC)
undo-state = состояние
undo-state-open = прервано
undo-state-done = действует
undo-state-not-made = не внесено
undo-state-undoing = отменяется
undo-state-undone = отменено

## Progress
progress-asking = Запрашиваем: { $question }
progress-start = Проверяем: { $tenant }
progress-answered = есть ответ
progress-refused = отказ
progress-unreachable = нет ответа
progress-left = не запрашивалось
progress-told = { $question } ({ $id }): { $state }
progress-end = Получено ответов: { $answered }. Отказов, без ответа или не запрошено: { $others }.

## Prompts
prompt-tenant = Какой клиент?
prompt-yes-no = Ответьте { $yes } или { $no }. Ctrl-C — прервать.
prompt-keys = Вверх и вниз — выбор, Enter — принять, Esc — выйти
prompt-keys-pages = Вверх и вниз — выбор, влево и вправо — страницы, Enter — принять, Esc — выйти
prompt-number = Номер, 0 — выйти
prompt-number-wrong = Введите номер от 1 до { $count } или 0, чтобы выйти. Ctrl-C — прервать.
prompt-number-or-answer = Номер, { $yes } или { $no }; 0 — выйти
prompt-number-or-answer-wrong = Ответьте { $yes }, { $no } или введите номер от 1 до { $count }; 0 — выйти. Ctrl-C — прервать.
prompt-hidden = при вводе не показывается
prompt-hidden-empty = Ничего не введено. Ctrl-C — прервать.
prompt-hidden-malformed = Здесь есть символы, которых в токене не бывает, например пробел в середине. Скопируйте его ещё раз.

## Lists
list-says = утверждение
list-tier = нужно
list-tier-opt-in = { $tier }, по запросу
list-fix = исправление
fix-safe = безопасно
fix-careful = осторожно
fix-manual = вручную
list-flows = Способы подключения
list-page = Страница
list-account = Аккаунт Instagram
list-routing = Маршрутизация переписки
list-connector = Кто может подключать
list-source = Источник
list-page-none = не нужна
list-page-messaging = нужна, с правом работать с её сообщениями
list-page-settings = нужна, с правом открывать её настройки
list-page-verified = нужна верифицированная
list-account-professional = бизнес-аккаунт или аккаунт автора
list-account-business = бизнес-аккаунт
list-routing-ours-or-none = приложение по умолчанию — от этой платформы, или его нет
list-routing-chosen = приложение этой платформы должно быть выбрано как приложение по умолчанию
list-connector-untold = не сказано
list-connector-platform-admin = администратор платформы
list-connector-app-role = человек, у которого есть роль в приложении
list-inferred = { $what } (вывод)
list-platforms-closing = { $count ->
    [one] { $count } платформа
    [few] { $count } платформы
   *[many] { $count } платформ
}. Вывод: в источнике этого нет, это следует из правил Meta. `igdoctor list --platforms --format json` показывает всё, что известно о каждой. Выбрать одну: igdoctor check --platform { $platform }
list-closing = { $count ->
    [one] { $count } проверка
    [few] { $count } проверки
   *[many] { $count } проверок
} подключения и { $replies } — ответа, для `igdoctor message`. `igdoctor list --format json` показывает всё, что известно о каждой.
sandbox-world = мир
sandbox-about = что в нём
sandbox-closing = { $count ->
    [one] { $count } мир в песочнице
    [few] { $count } мира в песочнице
   *[many] { $count } миров в песочнице
}. Попробуйте один: igdoctor check --sandbox { $world }

## Errors
error = ошибка: { $what }
error-lang-variable = IGDOCTOR_LANG: языка «{ $value }» igdoctor не знает; он говорит на { $known }

## Reports for CI servers and tickets
summary-cut = Сводка неполная: GitHub показывает не больше 1 МиБ. Целиком всё есть в отчёте другого формата.
github-more = { $count ->
    [one] Ещё { $count } здесь не показана; все видны в отчёте другого формата.
    [few] Ещё { $count } здесь не показаны; все видны в отчёте другого формата.
   *[many] Ещё { $count } здесь не показано; все видны в отчёте другого формата.
}
ticket-page = Страница Facebook
ticket-account = Аккаунт Instagram
ticket-flow = подключено через
ticket-access = проверено с помощью
ticket-checked = время проверки
ticket-version = Версия Graph API
ticket-tool = Программа
ticket-checks = Проверки

## Saved reports, and what changed between them
moment = { $day }, { $time } UTC
show-from = Сохранённый отчёт от { $moment }, записан igdoctor { $version }
page-compared = Прежний отчёт
ticket-compared = Прежний отчёт
compared-nothing = не знает этого клиента
finding-new = Новое с { $moment }
finding-changed = Изменилось с { $moment }
finding-unclear = Возможно, новое: сравнить с отчётом от { $moment } нельзя
finding-first = Новое: прежний отчёт не знает этого клиента
since = С { $moment }
since-nothing = Прежний отчёт не знает этого клиента, поэтому всё найденное — новое
since-new = новое
since-gone = исчезло
since-changed = изменилось
since-unclear = нельзя сравнить
since-same = { $count ->
    [0] Ни одна проверка не осталась прежней.
    [one] Без изменений { $count } проверка.
    [few] Без изменений { $count } проверки.
   *[many] Без изменений { $count } проверок.
}
diff-when = С { $before } по { $now }
diff-came = { $now }; прежний отчёт не знает этого клиента
diff-new = { $count ->
    [one] { $count } новая проблема
    [few] { $count } новые проблемы
   *[many] { $count } новых проблем
}
diff-changed = { $count ->
    [one] Изменилась { $count } проблема
    [few] Изменились { $count } проблемы
   *[many] Изменилось { $count } проблем
}
diff-gone = { $count ->
    [one] Исчезла { $count } проблема
    [few] Исчезли { $count } проблемы
   *[many] Исчезло { $count } проблем
}
diff-still = { $count ->
    [one] { $count } проблема осталась
    [few] { $count } проблемы остались
   *[many] { $count } проблем осталось
}
diff-unclear = { $count ->
    [one] Нельзя сравнить { $count } проверку
    [few] Нельзя сравнить { $count } проверки
   *[many] Нельзя сравнить { $count } проверок
}
diff-before = Раньше
diff-open-before = видно сейчас, но не раньше
diff-open-now = сейчас не видно
diff-same = Без изменений
diff-closing = новых: { $new }, исчезло: { $gone }, изменилось: { $changed }, без изменений: { $same }, нельзя сравнить: { $unclear }
diff-left = Только в прежнем отчёте
diff-failed = Не проверены в новом отчёте
close-new = Найдено новое
close-nothing-new = Ничего нового
all-nothing-new = ничего нового

## Files that are read again
saved-unreadable = { $file }: не читается: { $why }
saved-too-long = { $file }: больше { $megabytes } МБ, значит, это не отчёт igdoctor
saved-bad = { $file }: { $why }
saved-no-json = строка { $line }, столбец { $column }: это не JSON ({ $why }). Отчёт — это то, что пишет `igdoctor check --format json`.
saved-no-report = это JSON, но не отчёт. Отчёт — это то, что пишет `igdoctor check --format json`.
saved-evidence = это сохранённые ответы, а не отчёт; их разбирает `igdoctor check --evidence FILE`.
saved-newer = это записал более новый igdoctor (формат { $found }, этот знает { $known }). Возьмите более новый igdoctor.
saved-part = { $path } — не как в отчёте: { $why }. Файл изменили вручную или записал другой igdoctor? Запишите его заново: `igdoctor check --format json`.
saved-no-slug = не id вроде token-valid
saved-no-time = не время вроде 2026-11-21T10:00:00Z
saved-no-day = не день вроде 2026-12-01
saved-platform = { $platform }: отчёт называет эту платформу, но здесь её нет; слова о ней — общие.
saved-reconnect = Подключите аккаунт в { $platform } заново.
saved-strangers = Это отчёты о разных клиентах ({ $before }; { $now }), их нельзя сравнить.
compare-stranger = --compare { $file }: отчёт о { $before }, а не о { $now }.
diff-swapped = Первый отчёт новее второго; всё равно прежним считается он.
## Страницы руководства
man-name = НАЗВАНИЕ
man-synopsis = ВЫЗОВ
man-description = ОПИСАНИЕ
man-subcommands = КОМАНДЫ
man-extra = ПРИМЕРЫ
man-version = ВЕРСИЯ
man-values = Возможные значения:
man-default = по умолчанию:
man-unknown = Команды «{ $name }» нет. Команды: { $known }
man-no-commands = У { $command } нет команды «{ $name }»

## What is asked, while it is asked
question-token = вид и срок токена
question-issuer = приложение, выдавшее токен
question-identity = владелец токена
question-account = аккаунт Instagram
question-permissions = разрешения токена
question-pages = Страницы, доступные токену
question-page = Страница
question-subscription = приложения, подключённые к Странице
question-conversations = переписки Instagram
question-receivers = получатели переписок
question-media = публикации и комментарии
question-app = приложение Meta
question-app-permissions = разрешения приложения
question-app-webhooks = вебхуки приложения
question-outsider = человек, который писал
question-thread = одна переписка
question-thread-owner = кто ведёт последнюю переписку
question-callback = адрес обратного вызова
question-deletion-callback = адреса для удаления данных и для удаления приложения
question-platform = адрес платформы
question-round-trip = настоящее сообщение в пути

## One reply
close-reply-accepted = Ответ был бы принят
close-reply-warnings = Ответ был бы принят, но есть предупреждения
close-reply-open = Препятствий не видно, но указано не всё
close-reply-refused = Ответ был бы отклонён
close-reply-accepted-unless = Ответ был бы принят, если переписка не у другого приложения
close-reply-warnings-unless = Ответ был бы принят, но есть предупреждения, и переписка может быть у другого приложения
close-reply-doubtful = Ответ может быть отклонён
close-reply-unknown = Узнать, был бы ответ принят, не удалось
close-reply-open-warnings = Есть предупреждения, и указано не всё

## Webhook requests
webhook-handshake = Это не событие, а проверка, с помощью которой Meta подтверждает адрес обратного вызова. Подписи у неё нет; в ответ адрес возвращает hub.challenge.
webhook-cut = Судя по заголовкам, тело длиннее: его конца здесь нет.
webhook-body = Тело
webhook-bytes = { $count ->
    [one] { $count } байт
    [few] { $count } байта
   *[many] { $count } байт
}
webhook-object = Объект
webhook-object-unknown = Вебхук относится к объекту, которого igdoctor не знает.
webhook-problem-empty = Тела нет.
webhook-problem-not-text = Тело — не текст в UTF-8.
webhook-problem-not-json = Тело — не JSON, или в нём слишком много уровней вложенности.
webhook-problem-not-meta = Тело — JSON, но не вебхук Meta: нет object и entry.
webhook-events = { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[many] { $count } событий
}
webhook-more = { $count ->
    [one] Ещё { $count } событие не просмотрено.
    [few] Ещё { $count } события не просмотрены.
   *[many] Ещё { $count } событий не просмотрено.
}
webhook-signature = Подпись
webhook-signature-right = верна
webhook-signature-wrong = неверна
webhook-signature-malformed = это не подпись
webhook-signature-absent = отсутствует
webhook-signature-unchecked = не проверена: секрета нет
webhook-signer-app = Она вычислена с секретом приложения Meta.
webhook-signer-instagram-app = Она вычислена с секретом приложения Instagram.
webhook-altered-line-break = Она была бы верна без перевода строки в конце тела: его Meta не отправляла.
webhook-altered-unescaped = Она была бы верна, если бы буквы стояли так, как их отправляет Meta, например \u00e1. Кто-то прочитал тело и записал заново, а подпись проверяют по байтам, как они пришли.
webhook-wrong-why = Либо это секрет другого приложения, либо тело изменили после подписи, либо запрос не от Meta.
webhook-only-old = Есть только X-Hub-Signature, его уже мало: ищите X-Hub-Signature-256.
webhook-kind-message = Сообщение
webhook-kind-echo = Сообщение, отправленное самим аккаунтом (эхо)
webhook-kind-deleted = Сообщение удалено
webhook-kind-unsupported = Сообщение, которое Meta не передаёт
webhook-kind-edit = Сообщение изменено
webhook-kind-reaction = Реакция на сообщение
webhook-kind-reaction-removed = Реакция убрана
webhook-kind-read = Сообщение прочитано
webhook-kind-postback = Нажата кнопка
webhook-kind-referral = Человек пришёл по ссылке или рекламе
webhook-kind-optin = Человек согласился получать сообщения
webhook-kind-pass-thread-control = Переписка передана приложению
webhook-kind-take-thread-control = Приложение забрало переписку
webhook-kind-request-thread-control = Приложение просит переписку
webhook-kind-comment = Комментарий
webhook-kind-live-comment = Комментарий в прямом эфире
webhook-kind-mention = Аккаунт упомянут
webhook-kind-other = То, чего igdoctor не знает
webhook-channel-messaging = в messaging: переписка у этого приложения или ни у какого
webhook-channel-standby = в standby: переписка у другого приложения
webhook-channel-changes = в changes
webhook-field = Поле { $field }, { $channel }
webhook-field-alone = Поле { $field }
webhook-array = в { $name }
webhook-account = Аккаунт
webhook-account-expected = как и ожидалось
webhook-account-other = не тот, что ожидался
webhook-account-test = ничей: это тест из панели
webhook-account-unknown = сравнить не с чем
webhook-customer = Клиент
webhook-comment = Комментарий
webhook-owner = Теперь переписка у приложения
webhook-owner-this = это приложение
webhook-owner-other = другое приложение
webhook-to = это ваш «to»
webhook-time = Время
webhook-holds = Внутри
webhook-length = { $kind } ({ $characters ->
    [one] { $characters } символ
    [few] { $characters } символа
   *[many] { $characters } символов
}, { $bytes ->
    [one] { $bytes } байт
    [few] { $bytes } байта
   *[many] { $bytes } байт
})
webhook-holds-text = текст
webhook-holds-image = картинка
webhook-holds-video = видео
webhook-holds-audio = аудио
webhook-holds-file = файл
webhook-holds-share = пересланная публикация
webhook-holds-reel = видео Reels
webhook-holds-story-mention = упоминание в истории
webhook-holds-ephemeral = исчезающее фото или видео
webhook-holds-sticker = стикер
webhook-holds-quick-reply = выбор готового ответа
webhook-holds-reply-to-message = ответ на сообщение
webhook-holds-reply-to-story = ответ на историю
webhook-holds-referral = откуда пришёл человек
webhook-holds-other = что-то другое
webhook-note-message-in-changes = Событие стоит в changes, а не в messaging: платформа, которая читает только messaging, его потеряет.
webhook-note-flat-field = Данные стоят прямо в самой записи (entry), а не в changes: читать нужно оба вида.
webhook-note-edit-of-nothing = Ничего не изменено: у приложений в разработке такая правка приходила вместо самого сообщения.
webhook-note-own-message = Аккаунт написал сам себе.
webhook-duty = Платформа должна
webhook-duty-show-message = показать его и дать ответить этому клиенту
webhook-duty-show-notice = показать, что пришло нечто, чего показать нельзя, и не терять это
webhook-duty-show-own = показать его как собственное сообщение аккаунта и не отвечать
webhook-duty-update = изменить то, что уже показано
webhook-duty-act = выполнить действие этой кнопки
webhook-duty-remember = запомнить, откуда пришёл человек
webhook-duty-note-consent = отметить, что человек согласился получать сообщения
webhook-duty-listen-only = при желании показать, но не отвечать: перепиской управляет другое приложение
webhook-duty-follow-control = отметить, кто теперь управляет перепиской
webhook-duty-decide-control = решить, отдавать ли переписку приложению, которое её просит; до этого ничего не меняется
webhook-duty-show-comment = показать комментарий и ответить публично или одним личным ответом
webhook-duty-look-up = спросить у API, о чём это
webhook-duty-refuse = отклонить с кодом 403 и ничего не показывать: ничто не доказывает, что это от Meta
webhook-duty-other-account = ничего не показывать сотрудникам этого аккаунта: это про другой
webhook-duty-other-product = обработать как событие самой Страницы (Messenger), а не Instagram
webhook-duty-nothing = ответить 200, и только: тест показывает лишь, что адрес доступен
webhook-duty-pass-over = ответить 200 и не обрабатывать

## Сообщение в пути
trace-send = Попросите кого-нибудь отправить это слово в Instagram сообщением в директ { $account }, с другого аккаунта:
trace-send-stranger = Отправьте это слово в Instagram сообщением в директ { $account }, с аккаунта, у которого нет роли в { $app }:
trace-send-role-holder = Отправьте это слово в Instagram сообщением в директ { $account }, с аккаунта, у которого есть роль в { $app }:
trace-keeps-nothing = igdoctor ищет только это слово, в переписках, которые сейчас меняются, и больше ничего не хранит. Ctrl-C — закончить.
trace-keeps-nothing-listening = igdoctor ищет только это слово, в приходящих вебхуках, и больше ничего не хранит. Ctrl-C — закончить.
trace-listening = Жду вебхуки по адресу { $address }.
trace-waits-sight = Жду, когда Meta покажет сообщение ({ $passed } из { $all })
trace-waits-webhook = Жду вебхук о сообщении ({ $passed } из { $all })
trace-seen = { $count ->
    [1] Meta показала сообщение через { $seconds } с.
    [one] Meta показала сообщение { $count } раз, через { $seconds } с.
    [few] Meta показала сообщение { $count } раза, через { $seconds } с.
   *[many] Meta показала сообщение { $count } раз, через { $seconds } с.
}
trace-handshake-answered = Вебхук: кто-то, скорее всего Meta, спросил, тот ли это адрес, и получил ответ.
trace-handshake-wrong-token = Вебхук: кто-то спросил, тот ли это адрес, с другим токеном подтверждения; отказано.
trace-handshake-no-token = Вебхук: кто-то спросил, тот ли это адрес; отказано, потому что токен подтверждения не указан (IGDOCTOR_VERIFY_TOKEN).
trace-handshake-no-challenge = Вебхук: кто-то спросил, тот ли это адрес, но без проверочного значения; отказано.
trace-event-ours = Пришёл вебхук. { $kind }, { $channel }. Это сообщение с нужным словом.
trace-event-ours-again = Пришёл вебхук. { $kind }, { $channel }. Это сообщение с нужным словом, ещё раз.
trace-event = Пришёл вебхук. { $kind }, { $channel }.
trace-event-again = Вебхук пришёл ещё раз. { $kind }, { $channel }.
trace-event-test = Пришёл вебхук: тест из панели. Он показывает только то, что адрес доступен.
trace-event-other-product = Пришёл вебхук с этим словом, но не об Instagram: похоже, это сообщение Messenger.
trace-event-other-account = Пришёл вебхук с этим словом, но для другого аккаунта: { $account }.
trace-event-none = Пришёл вебхук с верной подписью, но событий в нём нет.
trace-refused-too-large = Запрос отклонён: его тело слишком велико.
trace-refused-incomplete = Запрос отклонён: его тело пришло не полностью.
trace-refused-stray = Запрос отклонён: это не вебхук.
trace-refused-wrong = Вебхук отклонён: подпись неверна. Её сделали не с тем секретом приложения, или тело запроса изменили по пути.
trace-refused-malformed = Вебхук отклонён: вместо подписи стоит что-то другое.
trace-refused-absent = Запрос отклонён: он не подписан.
trace-refused-unchecked = Вебхук отклонён: нет секрета, чтобы проверить подпись.
trace-ask-sender = Кто отправит сообщение?
trace-sender-stranger = Тот, у кого, как у клиентов, нет роли в { $app }
trace-sender-role-holder = Тот, у кого есть роль в { $app }: администратор, разработчик или тестировщик
trace-dont-know = Не знаю
trace-yes = Да
trace-no = Нет
trace-ask-sent = Сообщение со словом «{ $word }» отправлено?
trace-ask-shown = Показывает ли { $platform } сообщение со словом «{ $word }»?
trace-ask-place = Откройте приложение Instagram под { $account }: где сообщение со словом «{ $word }»?
trace-place-inbox = Среди остальных переписок
trace-place-requests = Среди запросов на переписку
trace-place-nowhere = Нигде
trace-ask-self = Отправить сообщение от имени { $account } самому себе? Больше никто его не получит.
trace-not-begun = Отправлять сообщение незачем: путь уже прерван.
trip-title = Как шло это сообщение (секунды с показа слова)
trip-sender-stranger = Отправил тот, у кого нет роли в приложении.
trip-sender-role-holder = Отправил тот, у кого есть роль в приложении.
trip-sender-account = Аккаунт написал самому себе.
trip-proves-stranger = Значит, уровень доступа приложения не закрывает дорогу посторонним.
trip-proves-role-holder = О сообщениях тех, у кого роли нет, это ничего не говорит.
trip-proves-account = О сообщениях тех, у кого роли нет, это ничего не говорит.
trip-seen = Через { $seconds } с: Meta показывает его приложению.
trip-times = { $count ->
    [one] Оно там { $count } раз.
    [few] Оно там { $count } раза.
   *[many] Оно там { $count } раз.
}
trip-holder-ours = Meta считает переписку принадлежащей этому приложению: оно выбрано по умолчанию, или приложение по умолчанию не задано.
trip-holder-other = Meta не считает переписку принадлежащей этому приложению: ею управляет другое.
trip-holder-ours-named = Перепиской управляет это приложение, так говорит сама Meta ({ $app }).
trip-holder-other-named = Перепиской управляет другое приложение, так говорит сама Meta ({ $app }).
trip-webhook-messaging = Через { $seconds } с: пришёл вебхук.
trip-webhook-standby = Через { $seconds } с: пришёл вебхук, в канале standby: перепиской управляет другое приложение.
trip-webhook-changes = Через { $seconds } с: пришёл вебхук, как изменение.
trip-shown = Через { $seconds } с: кто-то увидел его на платформе.
trip-unseen = В течение { $seconds } с: Meta не показала его приложению.

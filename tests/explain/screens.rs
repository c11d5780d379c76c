//! What people say without any error: symptoms in their own words, titles, and labels of Meta's screens.

use igdoctor::catalog;
use igdoctor::model::{Language, Symptom};
use igdoctor::speech::Speech;

use crate::common::run;

/// What an answer is about: the id of a check or symptom, the name of a cause.
fn about(text: &str) -> String {
    let answer = run(&["explain", "--format", "json", text]).json();
    let id = match answer["kind"].as_str().unwrap() {
        "check" => &answer["check"]["id"],
        "symptom" => &answer["symptom"]["id"],
        "cause" => &answer["causes"][0]["cause"],
        other => return other.to_owned(),
    };
    id.as_str().unwrap().to_owned()
}

#[test]
fn symptoms_are_known_by_their_titles_and_in_plain_words() {
    for symptom in Symptom::ALL {
        for language in Language::ALL {
            let title = Speech::new(*language).say(&format!("symptom-{symptom}"));
            assert_eq!(about(&title), symptom.as_str(), "{title}");
        }
    }
    for (symptom, texts) in [
        (
            "no-messages",
            &[
                "messages do not arrive",
                "Why don't messages come? My messages are missing",
                "mensagens não chegam",
                "não recebo as mensagens do Instagram",
                "сообщения не приходят",
                "Почему перестали приходить сообщения?",
            ][..],
        ),
        (
            "no-comments",
            &[
                "comments don't arrive",
                "os comentários não aparecem na plataforma",
                "комментарии не приходят",
            ],
        ),
        (
            "reply-fails",
            &[
                "replies are not sent",
                "I can't reply to customers",
                "as respostas não são enviadas",
                "não consigo responder aos clientes",
                "ответы не отправляются",
                "не могу ответить клиенту",
            ],
        ),
        (
            "private-reply-fails",
            &[
                "private replies are not sent",
                "a resposta privada falha",
                "личный ответ не отправляется",
            ],
        ),
    ] {
        for text in texts {
            assert_eq!(about(text), symptom, "{text}");
        }
    }
}

#[test]
fn checks_are_known_by_their_titles() {
    for check in catalog::load().unwrap().checks() {
        for language in Language::ALL {
            let title = &check.words(*language).unwrap().title;
            assert_eq!(about(title), check.id, "{title}");
        }
    }
}

#[test]
fn labels_of_screens_lead_to_what_they_switch() {
    for (id, labels) in [
        (
            "connected-tools",
            &[
                "Allow access to messages",
                "Permitir acesso às mensagens",
                "Разрешить доступ к сообщениям",
                "connected tools",
                "Ferramentas conectadas",
                "Подключенные инструменты",
                "«Подключённые инструменты»",
                "Onde fica “Permitir acesso às mensagens”?",
            ][..],
        ),
        (
            "default-routing-app",
            &[
                "Default routing app",
                "App padrão",
                "приложение по умолчанию",
            ],
        ),
        (
            "inbox-access",
            &[
                "Allow access to Instagram messages in Inbox",
                "Permitir acesso a mensagens do Instagram na Caixa de Entrada",
            ],
        ),
        ("tester-invite-pending", &["Convites para testador"]),
        // Too many checks name it.
        ("nothing", &["Settings", "Configurações", "Настройки"]),
    ] {
        for label in labels {
            assert_eq!(about(label), id, "{label}");
        }
    }
}

//! Texts that Meta, curl and openssl are known for: whatever the language and the wrapping, the same cause comes first.

use crate::common::run;

/// The cause that must come first, and texts that mean it.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "password-changed",
        &[
            "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
            r#"{"error":{"message":"Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.","type":"OAuthException","code":190,"fbtrace_id":"AbCdEf123"}}"#,
            "Erro ao validar o token de acesso: A sessão foi invalidada porque o usuário alterou a senha ou o Facebook alterou a sessão por motivos de segurança.",
            r#"{"error":{"message":"A sess\u00e3o foi invalidada porque o usu\u00e1rio mudou a senha ou o Facebook alterou a sess\u00e3o","type":"OAuthException","code":190}}"#,
            "Ошибка при проверке маркера доступа: Сеанс был признан недействительным, так как пользователь сменил пароль или Facebook изменил сеанс по соображениям безопасности.",
            r#"{"error":{"message":"Сеанс недействителен, поскольку пользователь изменил пароль или Facebook изменил сеанс в целях безопасности","type":"OAuthException","code":190}}"#,
        ],
    ),
    (
        "page-token-needed",
        &[
            "(#190) This method must be called with a Page Access Token",
            "(#190) Este método deve ser chamado com um Token de Acesso da Página",
            "(#190) Este método deve ser chamado com um token de acesso à Página",
            "(#190) Этот метод необходимо вызывать с маркером доступа Страницы",
            "(#190) Этот метод нужно вызывать с токеном доступа к Странице",
        ],
    ),
    (
        "app-in-development",
        &[
            "App Not Setup: This app is still in development mode, and you don't have access to it. Switch to a registered test user or ask an app admin for permissions.",
            "App não configurado: este app ainda está em modo de desenvolvimento e você não tem acesso a ele.",
            "Aplicativo não configurado: Este aplicativo ainda está no modo de desenvolvimento",
            "Приложение не настроено: это приложение всё ещё находится в режиме разработки, и у вас нет доступа к нему.",
        ],
    ),
    // People whom the app does not serve see this at login.
    (
        "tester-invite-pending",
        &[
            "This app is not available",
            "This app isn't available",
            "App not available",
            "Este app não está disponível",
            "App não disponível",
            "Este aplicativo não está disponível",
            "Это приложение недоступно",
            "Приложение недоступно",
        ],
    ),
    (
        "window-closed",
        &[
            "(#10) This message is sent outside the allowed window.",
            "(#10) Esta mensagem foi enviada fora da janela permitida.",
            "(#10) Это сообщение отправлено вне разрешенного периода.",
            "(#10) Este mensaje se envió fuera de la ventana permitida.",
            "(#10) Este mensaje se envía fuera del período permitido.",
        ],
    ),
    (
        "wrong-node-for-flow",
        &[
            "(#3) Application does not have the capability to make this API call.",
            "Application does not have the capability to make this API call.",
            "O aplicativo não tem a capacidade de fazer esta chamada de API.",
            "У приложения нет возможности выполнить этот вызов API.",
        ],
    ),
    (
        "permission-missing",
        &[
            "Requires instagram_manage_messages permission to manage the object",
            "(#200) Requires instagram_manage_messages permission to manage the object",
            "pages_manage_metadata not granted",
            "falta instagram_business_manage_messages",
            "нет instagram_manage_comments",
            "(#100) Missing pages_messaging",
        ],
    ),
    (
        "page-not-visible",
        &[
            "Unsupported get request. Object with ID '17841400000000000' does not exist, cannot be loaded due to missing permissions, or does not support this operation.",
            "Solicitação get sem suporte. O objeto com ID '178414' não existe, não pode ser carregado devido à falta de permissões ou não oferece suporte a esta operação.",
            "Неподдерживаемый запрос get. Объект с ID 178414 не существует, не может быть загружен из-за отсутствия разрешений или не поддерживает эту операцию.",
        ],
    ),
    (
        "token-malformed",
        &[
            "The access token could not be decrypted",
            r#"{"error":{"message":"The access token could not be decrypted","type":"OAuthException","code":190}}"#,
            "Não foi possível descriptografar o token de acesso",
            "Не удалось расшифровать маркер доступа",
        ],
    ),
    (
        "provider-app-restricted",
        &[
            "Feature Unavailable: Facebook Login is currently unavailable for this app, since we are updating additional details for this app. Please try again later.",
            "Recurso indisponível: o Login do Facebook não está disponível no momento para este app",
            "Функция недоступна: вход через Facebook сейчас недоступен для этого приложения",
        ],
    ),
    (
        "callback-tls-invalid",
        &[
            "curl: (60) SSL certificate problem: unable to get local issuer certificate",
            "SSL certificate problem: certificate has expired",
            "verify error:num=10:certificate has expired",
            "verify error:num=18:self signed certificate",
            "error:0A000086:SSL routines::certificate verify failed",
        ],
    ),
    (
        "signature-mismatch",
        &[
            "X-Hub-Signature-256 mismatch",
            "signature",
            "подпись",
            "A assinatura X-Hub-Signature-256 não confere",
        ],
    ),
    ("token-expired", &["190 463", "190.463", "code 190 463"]),
    (
        "token-malformed",
        &[
            "190",
            "OAuthException 190",
            "code 190",
            "OAuthException: 190",
        ],
    ),
    ("page-not-visible", &["fb error 100.33", "error 100 33"]),
    ("bad-call", &["400", "code 400", "OAuthException 400"]),
];

fn answer(text: &str) -> serde_json::Value {
    run(&["explain", "--format", "json", text]).json()
}

#[test]
fn well_known_texts_lead_to_their_cause_first() {
    let mut faults = Vec::new();
    for (cause, texts) in KNOWN {
        for text in *texts {
            let found = answer(text);
            let first = &found["causes"][0]["cause"];
            if found["kind"] != "error" || first != cause {
                faults.push(format!("{first}, not {cause}: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_number_alone_tells_all_that_it_can_mean() {
    for (text, codes, causes) in [
        ("190", (190, None), &["token-expired", "token-revoked"][..]),
        ("fb error 100.33", (100, Some(33)), &["permission-missing"]),
        ("190 463", (190, Some(463)), &[]),
        (
            "400",
            (400, None),
            &["redirect-uri-mismatch", "login-not-finished"],
        ),
    ] {
        let found = answer(text);
        let error = &found["error"];
        let told = (error["code"].as_i64(), error["subcode"].as_i64());
        assert_eq!(told, (Some(codes.0), codes.1), "{text}");
        let all = found["causes"].as_array().unwrap();
        for cause in causes {
            assert!(
                all.iter().any(|one| one["cause"] == *cause),
                "{text}: {cause}"
            );
        }
    }
    assert!(answer("HTTP status 400")["error"]["code"].is_null());
}

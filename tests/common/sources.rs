//! What the tests of secrets have in common.

use igdoctor::secret::{SecretError, Source, Stored};
use igdoctor::toml_error;

pub const TOKEN: &str = "EAACanaryTokenOfTheCustomer0123456789";

#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
pub struct File {
    pub token: Source,
}

/// What a tenant's file says, or what is wrong with it.
pub fn written(form: &str) -> Result<Source, String> {
    let text = format!("token = {form}\n");
    toml::from_str::<File>(&text)
        .map(|file| file.token)
        .map_err(|error| toml_error::explain("igdoctor.toml", &text, &error))
}

pub fn source(form: &str) -> Source {
    written(form).unwrap()
}

pub fn get(source: &Source) -> Result<Stored, SecretError> {
    source.read(&|| panic!("only a keyring makes us wait"))
}

/// The error with its causes, as people see it, and as a programmer does.
pub fn told(error: SecretError) -> String {
    format!("{:#} {error:?}", with_causes(&error))
}

fn with_causes(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(
        || error.to_string(),
        |source| format!("{error}: {}", with_causes(source)),
    )
}

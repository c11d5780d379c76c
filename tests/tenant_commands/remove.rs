//! Out of the file.

use crate::Home;

#[test]
fn with_nobody_there_it_takes_a_flag() {
    let home = Home::with("[tenants.casa-azul]\nsecrets.token = { env = \"X\" }\n");
    let error = home.refused(&["remove", "casa-azul"]);
    assert!(error.contains("--yes"), "{error}");
    assert!(home.file().contains("casa-azul"));
    home.done(&["remove", "casa-azul", "--yes"]);
    assert!(!home.file().contains("casa-azul"));
}

/// A machine without a keyring holds nothing in one.
#[test]
fn without_a_keyring_the_tenant_goes_all_the_same() {
    let home = Home::with("[tenants.casa-azul]\nplatform = \"hunion\"\n");
    home.done(&["remove", "casa-azul", "--yes"]);
    assert!(!home.file().contains("casa-azul"));
}

#[test]
fn a_name_that_is_not_there_gets_the_nearest() {
    let home = Home::with("[tenants.casa-azul]\n");
    let error = home.refused(&["remove", "casa-zul", "--yes"]);
    assert!(error.contains("did you mean `casa-azul`?"), "{error}");
}
